from assistant.understanding.phrases import Match, PhraseTable


def test_the_longest_phrase_wins():
    table = PhraseTable([("deep", 1), ("deep learning", 2)])
    assert table.scan(["deep", "learning", "deep"]) == [Match(0, 2, (2,)), Match(2, 3, (1,))]


def test_a_phrase_keeps_all_its_values_in_order():
    table = PhraseTable([("analytics engineer", "topic"), ("Analytics Engineers", "role")])
    assert table.get(("analytic", "engineer")) == ("topic", "role")


def test_words_that_are_not_free_match_nothing():
    table = PhraseTable([("learning", 1)])
    assert table.scan(["deep", "learning"], [False, False]) == []


def test_a_removed_phrase_is_found_no_more():
    table = PhraseTable([("project", 1)])
    table.remove(("project",))
    assert table.scan(["project"]) == []


def test_an_empty_phrase_is_not_stored():
    assert list(PhraseTable([("?!", 1)]).keys) == []
