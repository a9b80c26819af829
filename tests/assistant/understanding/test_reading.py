import pytest


def states(message):
    return {said.mention.names[0].id: said.state for said in message.said}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I know Python and SQL", {"python-basics": "known", "sql": "known"}),
        ("Python, a bit of SQL", {"python-basics": "none", "sql": "partial"}),
        ("I know Python, a bit of SQL, pandas", {"sql": "partial", "pandas": "known"}),
        ("pandas I know, SQL I don't", {"pandas": "known", "sql": "unknown"}),
        ("python: yes, sql: basics", {"python-basics": "known", "sql": "partial"}),
        ("Python (rusty), SQL (expert)", {"python-basics": "partial", "sql": "strong"}),
        ("I've never studied statistics", {"statistical-inference": "unknown"}),
        ("know Python but not SQL", {"python-basics": "known", "sql": "unknown"}),
        ("I don't know SQL but Python is fine", {"sql": "unknown", "python-basics": "known"}),
        ("I hate statistics", {"statistical-inference": "dislike"}),
        ("I know pandas except numpy", {"pandas": "known", "numpy": "unknown"}),
        ("want to understand NLP", {"nlp": "goal"}),
        ("what should I learn after pandas?", {"pandas": "after"}),
        ("I finished docker", {"docker": "done"}),
        ("I don't know SQL, only Python", {"sql": "unknown", "python-basics": "known"}),
        ("I'm a teacher (SQL, docker), pandas?", {"sql": "known", "pandas": "none"}),
        ("I want to write clean code", {"ml-oop-multiprocessing": "goal"}),
        ("how long until I can do NLP", {"nlp": "ask"}),
        ("from nurse to data analyst", {"data-analyst": "goal"}),
        ("mujhe python aata hai", {"python-basics": "known"}),
        ("Ich kann SQL, aber kein Python", {"sql": "known", "python-basics": "unknown"}),
    ],
)
def test_what_is_said_of_each_name(read, text, expected):
    found = states(read(text))
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "do I need to know statistics?",
        "what must I understand before statistics?",
        "will knowing statistics help me?",
        "how do I know if I've understood statistics?",
        "can I use statistics?",
    ],
)
def test_a_question_states_nothing(read, text):
    assert states(read(text))["statistical-inference"] == "ask"


def test_a_new_sentence_forgets_the_last_one(read):
    assert states(read("I want to learn SQL. Docker."))["docker"] == "none"


def test_an_everyday_word_counts_only_after_a_cue(read):
    assert states(read("I know loops")) == {"python-basics": "known"}
    assert states(read("put functions into the index")) == {}


def test_nothing_is_said_in_an_empty_message(read):
    assert read("").said == ()
