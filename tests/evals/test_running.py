import pytest

from evals import compare, run
from evals.running import opinions
from knowledge import UsageError


@pytest.fixture(scope="module")
def questions(tmp_path_factory):
    """Return a file with a question that passes and one that cannot."""
    path = tmp_path_factory.mktemp("questions") / "mine.yaml"
    path.write_text(
        "- {id: right, turns: ['What is PCA?'], behaviour: answer,"
        " topics: [dimensionality-reduction]}\n"
        "- {id: wrong, turns: ['Hello!'], behaviour: plan}\n"
    )
    return path


def test_a_file_of_ones_own_is_asked_and_judged(assistant, questions):
    told = []
    report = run(assistant, questions=questions, report=lambda *done: told.append(done))
    assert [(q.id, q.passed) for q in report.questions] == [("right", True), ("wrong", False)]
    assert report.split == "mine.yaml"
    assert report.engine == "composed"
    assert told == [(1, 2), (2, 2)]
    assert report.retrieval == {}


def test_the_same_questions_give_the_same_scores(assistant, questions):
    first, second = (run(assistant, questions=questions) for _ in range(2))
    comparison = compare(second, first)
    assert comparison.flips == ()
    assert all(change.value == 0 for change in comparison.changes.values())


def test_labels_that_the_content_does_not_have_are_refused(assistant, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: a, turns: [hi], behaviour: answer, topics: [alchemy]}")
    with pytest.raises(UsageError, match="`a` names ids that the content has not: alchemy"):
        run(assistant, questions=path)


def test_opinions_are_a_group_of_their_own(make_result):
    results = [make_result("a", opinion=0.5), make_result("b", opinion=1.0)]
    assert opinions(results, "x:y")["opinion of x:y"]["helpful"].value == 0.75
    assert opinions([make_result("a")], None) == {}
