import pytest

from assistant.understanding.spelling import MENDED_WORDS, Speller
from assistant.understanding.text import tokenize

SPELLER = Speller({"python", "panda", "docker", "statistic"}, frozenset({"doctor", "pandora"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pyhton", "python"), ("dokcer", "docker"), ("statistcis", "statistic"), ("pythn", "python")],
)
def test_slips_of_the_keyboard_are_mended(typed, meant):
    assert SPELLER.mend(tokenize(typed))[0].word == meant


@pytest.mark.parametrize("word", ["doctor", "pandora", "xyzzy", "abc"])
def test_everyday_and_far_words_stay(word):
    assert SPELLER.mend(tokenize(word))[0].word == word


def test_what_was_typed_is_kept():
    assert SPELLER.mend(tokenize("Pyhton"))[0].typed == "Pyhton"


def test_a_wall_of_text_is_mended_only_at_its_beginning():
    mended = SPELLER.mend(tokenize("pyhton " * (MENDED_WORDS + 1)))
    assert [token.word for token in mended].count("python") == MENDED_WORDS


def test_gibberish_is_unknown_and_an_everyday_word_is_not():
    unknown, known = tokenize("qwertz doctor")
    assert SPELLER.is_unknown(unknown)
    assert not SPELLER.is_unknown(known)


def test_hurried_small_words_are_written_out():
    mended = SPELLER.mend(tokenize("wat nxt b4 python"))
    assert [token.word for token in mended] == ["what", "next", "before", "python"]
