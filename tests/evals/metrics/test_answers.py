"""Metrics of answers, each worked by hand on the tiny content."""

from assistant.chain import resource_view
from assistant.profile import Profile
from evals.metrics import answers
from evals.question import EVAL_DAY


def test_behaviour_is_right_when_it_is_one_of_those_expected(make_case, make_answer):
    case = make_case(make_answer(behaviour="plan"), behaviour=["answer", "plan"])
    assert answers.behaviour(case).value == 1


def test_wrong_behaviour_is_named_with_what_was_expected(make_case, make_answer):
    score = answers.behaviour(make_case(make_answer(behaviour="plan"), behaviour="answer"))
    assert (score.value, score.wrong) == (0, ("behaviour plan, expected answer",))


def test_declining_what_can_be_answered_counts_one(make_case, make_answer):
    assert answers.false_decline(make_case(make_answer(behaviour="decline"))).value == 1
    assert answers.false_decline(make_case(make_answer())).value == 0


def test_declining_what_should_be_declined_is_not_judged(make_case, make_answer):
    case = make_case(make_answer(behaviour="decline"), behaviour="decline")
    assert answers.false_decline(case) is None


def test_required_topic_may_be_discussed_recommended_or_cited(make_case, make_answer):
    cited = make_answer("Tables [1].", cites=["topic:pandas#overview"])
    for answer in (make_answer(topics=["pandas"]), make_answer(recommended=["pandas"]), cited):
        assert answers.required_topic(make_case(answer, topics=["pandas", "nlp"])).value == 1
    assert (
        answers.required_topic(make_case(make_answer(topics=["nlp"]), topics=["pandas"])).value == 0
    )


def test_recommendation_needs_one_of_the_sensible_topics(make_case, make_answer):
    answer = make_answer(recommended=["pandas", "nlp"])
    assert answers.recommendation(make_case(answer, recommend=["nlp"])).value == 1
    assert answers.recommendation(make_case(answer, recommend=["deep-learning"])).value == 0


def test_recommending_what_is_forbidden_or_labelled_known_is_wrong(make_case, make_answer):
    answer = make_answer(recommended=["pandas"])
    assert answers.forbidden_topic(make_case(answer, not_recommended=["pandas"])).value == 0
    assert answers.forbidden_topic(make_case(answer, known=["pandas"])).value == 0
    assert answers.forbidden_topic(make_case(answer, known=["nlp"])).value == 1
    assert answers.forbidden_topic(make_case(answer)) is None


def test_order_is_the_share_of_pairs_kept(make_case, make_answer):
    answer = make_answer(recommended=["pandas", "python-basics", "ml-fundamentals"])
    pairs = [["python-basics", "pandas"], ["pandas", "ml-fundamentals"]]
    score = answers.order(make_case(answer, order=pairs))
    assert (score.value, score.wrong) == (0.5, ("pandas is not after python-basics",))


def test_order_is_broken_when_the_first_is_missing_and_not_known(make_case, make_answer):
    pair = [["python-basics", "pandas"]]
    missing = make_answer(recommended=["pandas"])
    known = make_answer(
        recommended=["pandas"], profile=Profile(known=["python-basics"], start=EVAL_DAY)
    )
    assert answers.order(make_case(missing, order=pair)).value == 0
    assert answers.order(make_case(known, order=pair)).value == 1


def test_constraints_are_the_share_of_resources_that_are_as_asked_for(
    tiny_base, make_case, make_answer
):
    shown = [resource_view(tiny_base, name) for name in ("snake-tutorial", "snake-bootcamp")]
    case = make_case(
        make_answer(resources=shown), topics=["python-basics"], resources={"cost": ["free"]}
    )
    score = answers.constraints(case)
    assert (score.value, score.wrong) == (0.5, ("snake-bootcamp misses cost",))


def test_constraints_that_nothing_can_meet_are_not_judged(make_case, make_answer):
    case = make_case(make_answer(), topics=["python-basics"], resources={"types": ["paper"]})
    assert answers.constraints(case) is None


def test_constraints_are_missed_when_no_resource_is_shown(make_case, make_answer):
    case = make_case(make_answer(), topics=["python-basics"], resources={"cost": ["free"]})
    assert answers.constraints(case).wrong == ("no resource is shown",)


def test_wording_needs_every_pattern_and_none_of_the_forbidden(make_case, make_answer):
    answer = make_answer("It takes 40 hours.")
    assert answers.wording(make_case(answer, must_say=[r"\d+ hours"])).value == 1
    assert answers.wording(make_case(answer, must_not_say=["takes"])).wrong == ("says takes",)
    assert answers.wording(make_case(answer)) is None


def test_moving_on_needs_another_first_recommendation(make_case, make_answer):
    first, other = make_answer(recommended=["pandas"]), make_answer(recommended=["nlp"])
    assert answers.moving_on(make_case(first, other, moves_on=True)).value == 1
    assert answers.moving_on(make_case(first, first, moves_on=True)).value == 0
