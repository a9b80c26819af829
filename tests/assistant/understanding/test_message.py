import pytest


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What next?", True),
        ("what next", True),
        ("recommend a book", True),
        ("hi, and how do I start", True),
        ("¿Python o R?", True),
        ("I know Python.", False),
        ("I can give five hours a week", False),
    ],
)
def test_questions_and_requests_ask(read, text, asks):
    assert read(text).asks is asks


def test_a_long_story_asks_only_in_its_question(read):
    message = read("I cook for a living. I know SQL. What next? Thanks")
    assert [sentence.asks for sentence in message.sentences] == [False, False, True, False]
    asked = [
        t.word for t, mark in zip(message.tokens, message.asking_places(), strict=True) if mark
    ]
    assert asked == ["what", "next"]


def test_where_nothing_asks_every_word_counts(read):
    assert all(read("I know SQL").asking_places())


def test_a_dot_inside_a_name_ends_no_sentence(read):
    assert len(read("I did fast.ai last year").sentences) == 1
