import pytest

from assistant.understanding.text import READ_CHARACTERS, clean, fold, stretches, tokenize, words


def test_markup_entities_and_control_characters_disappear():
    cleaned = clean("<b>what</b>\u200b next &amp; <a href='x'>why</a>\x00")
    assert cleaned.split() == ["what", "next", "&", "why"]


def test_only_the_first_20000_characters_are_read():
    assert len(clean("ab " * 10_000)) <= READ_CHARACTERS


def test_a_comparison_is_no_markup():
    assert clean("3 < 5 and 7 > 2") == "3 < 5 and 7 > 2"


def test_ticks_and_crosses_become_yes_and_no():
    assert words("Python ✓ SQL ✗") == ("python", "yes", "sql", "no")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visualisation", "visualization"),
        ("transformers", "Transformer"),
        ("estadística", "estadistica"),
        ("don't", "dont"),
        ("what's", "what"),
        ("studies", "study"),
    ],
)
def test_spellings_of_one_word_fold_together(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["statistics", "pandas", "does", "class", "analysis"])
def test_folding_twice_changes_nothing(word):
    assert fold(fold(word)) == fold(word)


def test_names_of_languages_keep_their_signs():
    assert words("C++, C# and R") == ("c++", "c#", "and", "r")


def test_vowel_signs_stay_in_hindi_words():
    assert words("मशीन लर्निंग") == ("मशीन", "लर्निंग")


def test_chinese_is_read_character_by_character_beside_latin_words():
    assert words("我会Python") == ("我", "会", "python")


def test_gaps_tell_commas_and_brackets_from_sentence_ends():
    gaps = [token.gap for token in tokenize("I know R, SQL (a bit). Fast.ai: next?")]
    assert gaps == ["", "", "", ",", "(", "", ".", "", ","]


def test_tokens_point_at_what_was_typed():
    text = "So, PyTorch!"
    token = tokenize(text)[1]
    assert (token.typed, text[token.start : token.end]) == ("PyTorch", "PyTorch")


def test_stretches_run_between_breaks():
    assert stretches(tokenize("a b, c. d")) == [(0, 2), (2, 3), (3, 4)]


def test_a_very_long_number_is_read_as_nothing_to_count():
    assert clean("9" * 20_000) == "0"
