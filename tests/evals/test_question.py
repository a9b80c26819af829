"""The question files: their schema, their spread, and what is said about a wrong one."""

from collections import Counter

import pytest

from evals.question import load_questions, unknown_ids
from knowledge import UsageError

# What the two seed roadmaps name, row by row and section by section.
SEED_TOPICS = (
    "deep-learning",
    "time-series-forecasting",
    "nlp",
    "image-processing",
    "ml-oop-multiprocessing",
    "ci-cd-for-ml",
    "data-engineering",
    "python-basics",
    "numpy",
    "pandas",
    "data-visualisation",
    "ml-fundamentals",
    "linear-regression",
    "logistic-regression",
    "decision-trees",
    "gradient-boosting",
    "clustering",
    "dimensionality-reduction",
    "model-evaluation",
    "feature-engineering",
    "interpretability",
    "hyperparameter-tuning",
    "cross-validation",
    "cnns",
    "transformers",
    "mlops",
    "model-deployment",
    "fastapi",
    "bi-dashboards",
    "model-monitoring",
    "docker",
    "kubernetes",
    "signal-processing",
    "physics-informed-ml",
    "model-predictive-control",
    "anomaly-detection",
    "staying-current",
)


@pytest.fixture(scope="module")
def all_questions():
    return [*load_questions(split="main"), *load_questions(split="held-back")]


def named(question):
    pairs = [name for pair in question.order for name in pair]
    return {*question.topics, *question.recommend, *question.goal, *question.known, *pairs}


def test_there_are_enough_questions_of_every_kind(all_questions):
    assert len(all_questions) >= 300
    assert sum(len(question.turns) > 1 for question in all_questions) >= 50
    assert sum(question.category == "outside" for question in all_questions) >= 60
    assert sum(question.language != "en" for question in all_questions) >= 25


def test_a_third_is_held_back_and_no_message_is_in_both_splits(all_questions):
    main, held = load_questions(split="main"), load_questions(split="held-back")
    assert 0.3 <= len(held) / len(all_questions) <= 0.37
    assert not {question.turns for question in main} & {question.turns for question in held}


def test_every_question_of_both_splits_has_an_id_of_its_own(all_questions):
    assert max(Counter(question.id for question in all_questions).values()) == 1


def test_labels_name_only_topics_and_roles_that_exist(all_questions, base):
    assert unknown_ids(all_questions, {*base.topics, *base.roles}) == {}


def test_every_area_is_asked_about(all_questions, base):
    topics = {name for question in all_questions for name in named(question)}
    assert {base.topics[name].area for name in topics if name in base.topics} == set(base.areas)


def test_hardly_a_topic_or_role_is_never_asked_about(all_questions, base):
    asked = {name for question in all_questions for name in named(question)}
    assert len(base.topics.keys() - asked) <= 2
    assert not base.roles.keys() - asked - {"ml-for-software-engineers"}


def test_every_seed_topic_has_three_questions(all_questions):
    counts = Counter(name for question in all_questions for name in named(question))
    assert {name: counts[name] for name in SEED_TOPICS if counts[name] < 3} == {}


def test_a_field_that_is_no_field_is_refused_with_file_and_question(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("- {id: a, turns: [hi], behaviour: answer, topic: [sql]}")
    with pytest.raises(UsageError, match=r"mine\.yaml: question a: topic: Extra inputs"):
        load_questions(file)


def test_a_pattern_that_is_none_is_refused(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("- {id: a, turns: [hi], behaviour: answer, must_say: ['(']}")
    with pytest.raises(UsageError, match="not a regular expression"):
        load_questions(file)


def test_an_id_that_comes_twice_is_refused(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("- {id: a, turns: [hi], behaviour: answer}\n" * 2)
    with pytest.raises(UsageError, match="`a` is used twice"):
        load_questions(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [("{a: 1}", "must be a YAML list"), ("[", "is not YAML"), ("[]", "holds no questions")],
)
def test_a_file_without_questions_is_refused(tmp_path, text, message):
    file = tmp_path / "mine.yaml"
    file.write_text(text)
    with pytest.raises(UsageError, match=message):
        load_questions(file)


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(UsageError, match=r"none\.yaml cannot be read"):
        load_questions(tmp_path / "none.yaml")


def test_the_file_name_is_the_category_and_one_string_is_a_list(tmp_path):
    (tmp_path / "mine.yaml").write_text("- {id: a, turns: [hi], behaviour: clarify}")
    (question,) = load_questions(tmp_path)
    assert (question.category, question.behaviour) == ("mine", ("clarify",))
