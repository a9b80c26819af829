import pytest

from evals.understanding import MESSAGES, load_messages, score_understanding


@pytest.fixture(scope="module")
def held_back(assistant, base):
    return score_understanding(assistant.understander, base, load_messages(held_back=True))


def labels(tmp_path, text):
    (tmp_path / "some.yaml").write_text(text, encoding="utf-8")
    return load_messages(tmp_path)


def test_messages_are_labelled_once_and_a_third_of_those_first_written_is_held_back():
    tuned, kept = load_messages(), load_messages(held_back=True)
    identifiers = [message.id for message in (*tuned, *kept)]
    assert len(identifiers) == len(set(identifiers)) >= 330
    assert len({message.message for message in kept} & {message.message for message in tuned}) <= 2
    assert len(kept) >= 130


def test_every_id_in_the_labels_exists(base):
    held = {*base.topics, *base.roles}
    for message in (*load_messages(), *load_messages(held_back=True)):
        fields = ("known", "partly_known", "unknown", "goal", "topics", "roles")
        named = {n for field in fields for n in message.expected.get(field, ())}
        assert {choice for name in named for choice in name.split("|")} <= held, message.id


def test_held_back_messages_are_understood(held_back):
    assert held_back.intent_accuracy >= 0.93
    assert held_back.skill_f1 >= 0.95
    assert held_back.time_accuracy >= 0.97
    assert held_back.false_declines <= 0.01


def test_scores_count_by_hand(assistant, base, tmp_path):
    text = """
- {id: a, message: "I know pandas. What next?", intent: next, known: [pandas]}
- {id: b, message: "I know SQL. What next?", intent: why, known: [sql, docker]}
- {id: c, message: "what is docker?", intent: [explain, why], topics: [docker], hours_per_week: 3}
"""
    scores = score_understanding(assistant.understander, base, labels(tmp_path, text))
    assert scores.messages == 3
    assert scores.intent_accuracy == pytest.approx(2 / 3)
    # pandas and sql are hits; expected 1 + 2, found 1 + 1
    assert scores.skill_f1 == pytest.approx(2 * 2 / (3 + 2))
    assert scores.time_accuracy == 0.0
    assert scores.topic_f1 == 1.0
    assert scores.confusion == {("why", "next"): 1}
    assert [verdict.labelled.id for verdict in scores.worst()] == ["b", "c"]


def test_declines_are_counted_apart(assistant, base, tmp_path):
    text = """
- {id: a, message: "how do I cook pasta?", intent: explain}
- {id: b, message: "what is docker?", intent: off_topic}
- {id: c, message: "what is docker?", intent: explain}
"""
    scores = score_understanding(assistant.understander, base, labels(tmp_path, text))
    assert (scores.false_declines, scores.missed_declines) == (0.5, 1.0)


def test_a_goal_label_takes_either_of_two_names(assistant, base, tmp_path):
    text = (
        '- {id: a, message: "I want to learn MLOps", intent: plan, goal: ["mlops|mlops-engineer"]}'
    )
    scores = score_understanding(assistant.understander, base, labels(tmp_path, text))
    assert scores.goal_f1 == 1.0


def test_a_message_after_a_turn_leans_on_it(assistant, base, tmp_path):
    text = """
- id: a
  after: {message: "I know SQL. What next?", recommended: [pandas]}
  message: "why?"
  intent: why
  topics: [pandas]
  known: [sql]
"""
    scores = score_understanding(assistant.understander, base, labels(tmp_path, text))
    assert scores.verdicts[0].wrong == ()


def test_every_file_of_messages_says_what_it_holds():
    assert all(path.read_text("utf-8").startswith("# ") for path in MESSAGES.glob("*.yaml"))
