import pytest

from assistant.understanding.followups import pointed_at


@pytest.mark.parametrize(
    ("message", "kind", "intent", "topics"),
    [
        ("and after that?", "after_that", "next", ("pandas",)),
        ("why?", "why", "why", ("pandas",)),
        ("the second one", "ordinal", "explain", ("sql",)),
        ("how long will that take?", "reference", "time", ("pandas",)),
        ("any free course for it?", None, "resources", ("pandas",)),
        ("I finished it", "finished", "progress", ("pandas",)),
        ("skip that", "skipped", "progress", ("pandas",)),
        ("uske baad?", "after_that", "next", ("pandas",)),
        ("und danach?", "after_that", "next", ("pandas",)),
    ],
)
def test_follow_ups_lean_on_what_was_recommended(understand, after, message, kind, intent, topics):
    conversation = after("I know Python. What next?", recommended=("pandas", "sql"))
    understood = understand(message, conversation)
    assert (understood.intent, understood.topics) == (intent, topics)
    if kind:
        assert understood.follow_up == kind


def test_shorter_repeats_the_question(understand, after):
    understood = understand("shorter please", after("what is PCA?"))
    assert (understood.intent, understood.shorter) == ("explain", True)


def test_the_same_question_is_asked_of_another_topic(understand, after):
    understood = understand("and for docker?", after("best course for SQL?"))
    assert (understood.intent, understood.topics) == ("resources", ("docker",))


def test_cheaper_and_another_format_ask_for_resources_again(understand, after):
    conversation = after("best course for SQL?", topics=("sql",))
    cheaper = understand("cheaper?", conversation)
    assert (cheaper.intent, cheaper.topics) == ("resources", ("sql",))
    assert cheaper.profile.preferences.cost == ("free", "free-audit", "freemium")
    text = understand("not video please", conversation)
    assert (text.follow_up, text.topics) == ("other_format", ("sql",))
    assert text.profile.preferences.avoid_formats == ("video",)


def test_a_list_of_names_answers_the_assistants_question(understand, after):
    understood = understand("python and sql", after("hi", behaviour="clarify"))
    assert understood.intent == "next"
    assert understood.profile.known == ("python-basics", "sql")


def test_a_change_of_subject_is_no_follow_up(understand, after):
    understood = understand("what is docker?", after("plan for NLP", recommended=("pandas",)))
    assert (understood.follow_up, understood.topics) == (None, ("docker",))


def test_the_first_message_is_never_a_follow_up(understand):
    assert understand("and after that?").follow_up is None


def test_an_ordinal_beyond_the_list_points_at_nothing(after):
    conversation = after("I know Python. What next?", recommended=("pandas",))
    assert pointed_at(conversation.last, 4) == ((), ())
    assert pointed_at(conversation.last, -1) == (("pandas",), ())


def test_first_in_a_question_about_order_is_no_place_in_a_list(understand, after):
    conversation = after("what is PCA?", topics=("dimensionality-reduction",))
    assert understand("what should I learn first?", conversation).ordinal is None


def test_a_place_among_compared_roles_means_the_role(understand, after):
    understood = understand("the second", after("data analyst or data scientist?"))
    assert understood.roles == ("data-scientist",)


def test_a_role_that_was_described_is_what_is_planned(understand, after):
    understood = understand("plan it for me", after("what does a data engineer do?"))
    assert understood.profile.goal == ("data-engineer",)
