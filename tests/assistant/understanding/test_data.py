from assistant.understanding.data import common_words, english_words, read_list, word_set
from assistant.understanding.text import fold


def test_small_words_are_stored_as_they_are_compared():
    for name in read_list("words"):
        assert {fold(word) for word in word_set(name)} == set(word_set(name)), name


def test_everyday_words_are_found_as_typed_and_as_folded():
    assert {"series", fold("series"), "doctor"} <= common_words()


def test_rarer_words_are_english_and_not_everyday():
    assert "homework" in english_words()
    assert common_words() < english_words()


def test_every_id_in_the_name_lists_exists(base):
    names = read_list("names")
    assert set(names["topics"]) <= set(base.topics)
    assert set(names["roles"]) <= set(base.roles)
    assert set(names["resources"]) <= set(base.resources)
    assert {skill.get("nearest") or "sql" for skill in names["skills"]} <= set(base.topics)
