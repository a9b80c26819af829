"""Import the two roadmaps that the content grew from, where their files are at hand."""

from pathlib import Path

import pytest

from knowledge import load_knowledge
from knowledge.importing import import_roadmap
from knowledge.importing.addresses import normalise_address
from tests.knowledge.importing.conftest import TODAY

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed roadmaps are not beside us")


def test_the_seed_table_is_imported_with_nothing_lost(base, tmp_path):
    path = next(SEEDS.glob("000_*.txt"))
    report = import_roadmap([path], base, out=tmp_path / "out", today=TODAY)
    assert report.left_out == ()
    assert len(report.resources) == 15
    alone = load_knowledge(tmp_path / "out")
    rows = {one.id: alone.topics[one.id] for one in report.topics}
    assert {name: topic.difficulty for name, topic in rows.items()} == {
        "deep-learning": 4,
        "time-series-forecasting": 3,
        "nlp": 4,
        "image-processing": 4,
        "ml-oop-multiprocessing": 3,
        "ci-cd-for-ml": 4,
        "data-engineering": 4,
    }
    assert {name: topic.required for name, topic in rows.items()} == {
        "deep-learning": ("ml-fundamentals",),
        "time-series-forecasting": ("statistical-inference", "ml-fundamentals"),
        "nlp": ("deep-learning",),
        "image-processing": ("deep-learning",),
        "ml-oop-multiprocessing": ("python-intermediate",),
        "ci-cd-for-ml": ("git-github", "docker", "fastapi"),
        "data-engineering": ("sql", "cloud-fundamentals", "etl-elt"),
    }
    assert [len(topic.certifications) for topic in rows.values()] == [2, 1, 2, 1, 1, 2, 2]
    ours = {normalise_address(resource.url) for resource in base.resources.values()}
    assert {normalise_address(one.url) for one in report.resources} <= ours
    for name, topic in rows.items():
        assert set(topic.resources) <= set(base.topics[name].resources) | set(base.resources)


def test_every_section_of_the_seed_roadmap_is_imported(base, tmp_path):
    path = next(SEEDS.glob("001_*.txt"))
    report = import_roadmap([path], base, out=tmp_path / "out", today=TODAY)
    sections = {one.title: len(one.resources) for one in report.topics if one.resources}
    assert sections == {
        "Python": 4,
        "Data Science / ML Introduction": 2,
        "Deep Dive into ML": 2,
        "MLOps for Data Scientists": 2,
        "Industrial AI Topics": 2,
    }
    named = {one.title for one in report.topics if not one.resources}
    assert named >= {
        "Supervised Learning",
        "Unsupervised Learning",
        "ML Model Evaluation Metrics",
        "Feature Selection & Feature Importance",
        "Hyperparameter Tuning & Bayesian Optimization",
        "Cross-Validation & Model Interpretability",
        "Deep Learning",
        "Model Deployment",
        "Model Monitoring",
        "Docker & Kubernetes for ML",
        "Signal Processing for Time Series Data",
        "Hybrid Modeling (Physics-Informed ML)",
        "Model Predictive Control (MPC)",
        "Anomaly Detection in Industrial Systems",
    }
    ours = {normalise_address(resource.url) for resource in base.resources.values()}
    assert {normalise_address(one.url) for one in report.resources} <= ours
    reasons = sorted(one.reason.partition(",")[0] for one in report.left_out)
    assert reasons == sorted(
        ["a placeholder"] * 4
        + ["a place in this document"] * 8
        + ["a resource named without an address"] * 2
    )
