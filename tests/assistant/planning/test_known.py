from assistant.planning import assumed_state, known_state
from assistant.profile import Progress
from tests.assistant.planning.conftest import made_base, made_topic, person


def test_what_is_known_implies_what_it_requires(ladder):
    assert known_state(ladder, person(known=("c",)), Progress()) == {"a", "b", "c"}


def test_what_the_person_denied_is_not_implied_nor_what_rests_on_it(ladder):
    profile = person(known=("c",), unknown=("a",))
    assert known_state(ladder, profile, Progress()) == {"c"}


def test_what_is_partly_known_is_not_known(ladder):
    profile = person(known=("c",), partly_known=("b",))
    assert known_state(ladder, profile, Progress()) == {"a", "c"}


def test_a_skipped_topic_implies_nothing():
    base = made_base(made_topic("a"), made_topic("b", required=["a"]))
    assert known_state(base, person(), Progress(skipped=("b",))) == {"b"}


def test_names_that_are_no_topics_are_ignored(ladder):
    assert known_state(ladder, person(known=("cobol", "a")), Progress()) == {"a"}


def test_assumed_is_what_nobody_stated_in_content_order(ladder):
    profile = person(known=("c",), assumed_known=("d",))
    assert assumed_state(ladder, profile, Progress()) == ("a", "b", "d")
