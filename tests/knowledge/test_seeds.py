"""Compare the content with the two roadmaps it grew from, where their files are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge import KnowledgeBase
from knowledge.names import NameIndex

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed roadmaps are not beside us")

# The table's words on the left, our topics on the right: its rows, then what they depend on.
ROWS = {
    "Deep Learning": "deep-learning",
    "Time Series Forecasting": "time-series-forecasting",
    "NLP": "nlp",
    "Image Processing": "image-processing",
    "ML OOPs & Multiprocessing": "ml-oop-multiprocessing",
    "CI/CD for ML": "ci-cd-for-ml",
    "Data Engineering": "data-engineering",
}
DEPENDENCIES = {
    "ML Fundamentals": ["ml-fundamentals"],
    "Stats + ML": ["statistical-inference", "ml-fundamentals"],
    "Deep Learning": ["deep-learning"],
    "Python Intermediate": ["python-intermediate"],
    "Git, Docker, FastAPI": ["git-github", "docker", "fastapi"],
    "SQL, Cloud, ETL Concepts": ["sql", "cloud-fundamentals", "etl-elt"],
}
CERTIFICATIONS = {
    "Fast.ai Cert, TensorFlow Prep (Exam Paid)": ["fast.ai", "TensorFlow"],
    "Kaggle Profile / Notebooks": ["Kaggle"],
    "HuggingFace Cert, Coursera NLP (Audit)": ["Hugging Face", "Natural Language Processing"],
    "GitHub Projects": ["GitHub projects"],
    "GitHub Code Examples": ["GitHub code examples"],
    "GitHub Badge, GCP Skill Badges": ["GitHub badge", "Google Cloud skill badges"],
    "Zoomcamp Badge, GCP BigQuery Badge": ["Zoomcamp", "BigQuery"],
}
# What the sectioned roadmap asks for, in its own words, by the lines in which they stand.
SECTIONED = [
    ["Python Basics"],
    ["Python for Data Science"],
    ["NumPy", "Pandas"],
    ["Python Visualization", "Matplotlib", "Seaborn", "Plotly"],
    ["Supervised Learning", "Linear Regression", "Logistic Regression", "Random Forest"],
    ["Gradient Boosting", "Unsupervised Learning", "Clustering", "PCA", "t-SNE"],
    ["ML Model Evaluation Metrics", "Precision", "Recall", "AUC-ROC"],
    ["Feature Selection", "Feature Importance"],
    ["Hyperparameter Tuning", "Bayesian Optimization"],
    ["Cross-Validation", "Model Interpretability"],
    ["Deep Learning", "ANNs", "CNNs", "Transformers"],
    ["Model Deployment", "Flask", "FastAPI", "Streamlit"],
    ["Model Monitoring", "MLflow", "Evidently AI"],
    ["Docker", "Kubernetes", "MLOps"],
    ["Signal Processing for Time Series Data"],
    ["Hybrid Modeling", "Physics-Informed ML"],
    ["Model Predictive Control", "MPC"],
    ["Anomaly Detection in Industrial Systems"],
    ["PapersWithCode", "The Batch", "Stay Updated"],
]
TITLES = ["Pattern Recognition and Machine Learning", "Interpretable Machine Learning"]


def seed_with(words: str) -> str:
    """Return the seed that holds the words; one of them is UTF-8 that was read as Mac Roman."""
    for path in SEEDS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        if words in text:
            return text
    pytest.fail(f"no seed holds {words!r}")


def table_rows() -> list[list[str]]:
    """Return the cells of the seven rows: number, topic, why, stars, dependency, links, certs."""
    lines = seed_with("**Deep Learning**   ").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if row[0].isdecimal()]


def links_in(text: str) -> list[str]:
    return re.findall(r"\]\((https?://[^)\s]+)\)", text)


def test_every_link_of_the_seeds_is_an_entry_letter_for_letter(base: KnowledgeBase) -> None:
    texts = [path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")]
    links = {link for text in texts for link in links_in(text)}
    assert len(links) == 25
    assert links - {resource.url for resource in base.resources.values()} == set()


def test_the_table_has_seven_rows_that_are_topics() -> None:
    assert [row[1].strip("*") for row in table_rows()] == list(ROWS)


@pytest.mark.parametrize("position", range(7))
def test_row_of_the_table_is_kept_whole(base: KnowledgeBase, position: int) -> None:
    _, name, _, stars, dependency, links, certificates = table_rows()[position]
    topic = base.topics[ROWS[name.strip("*")]]
    urls = {base.resources[resource].url for resource in topic.resources}
    edges = {edge.topic for edge in topic.prerequisites}
    reachable = edges | base.graph.ancestors([topic.id])
    certified = " ".join(certification.title for certification in topic.certifications)

    assert topic.difficulty == len(stars.encode("mac_roman").decode("utf-8"))
    assert set(DEPENDENCIES[dependency]) <= reachable
    assert links_in(links)
    assert set(links_in(links)) <= urls
    assert [words for words in CERTIFICATIONS[certificates] if words not in certified] == []


@pytest.mark.parametrize("words", [word for line in SECTIONED for word in line])
def test_topic_of_the_sectioned_roadmap_is_found(base: KnowledgeBase, words: str) -> None:
    seed = seed_with("Industrial AI Topics")
    assert words.casefold() in seed.casefold()
    assert NameIndex.of(base).find_topic(words) is not None


@pytest.mark.parametrize("title", TITLES)
def test_book_of_the_sectioned_roadmap_is_listed(base: KnowledgeBase, title: str) -> None:
    assert title in seed_with("Industrial AI Topics")
    (book,) = [book for book in base.resources.values() if book.title.startswith(title)]
    assert base.topics_of_resource[book.id]


def test_placeholder_links_did_not_become_resources(base: KnowledgeBase) -> None:
    assert not [r.id for r in base.resources.values() if "#" in r.url and r.url.endswith("#")]
