"""Metrics of sources, worked by hand on the tiny content."""

import pytest

from evals.metrics import citations


def test_an_address_that_no_resource_has_is_invented(make_case, make_answer):
    case = make_case(make_answer("Read [this](https://evil.test/x)."), make_answer("Fine."))
    score = citations.invented_links(case)
    assert (score.value, score.wrong) == (1, ("invented link https://evil.test/x",))


def test_an_address_of_the_content_is_not_invented(make_case, make_answer):
    case = make_case(make_answer("Read [it](https://snake.test/tutorial/)."))
    assert citations.invented_links(case).value == 0


def test_a_marker_without_citation_is_stray(make_case, make_answer):
    case = make_case(make_answer("Tables [1][2].", cites=["topic:pandas#overview"]))
    assert citations.stray_markers(case).wrong == ("marker [2] has no citation",)


def test_answers_and_plans_need_a_source_and_small_talk_does_not(make_case, make_answer):
    bare, hello = make_answer("Do it."), make_answer("Hello!", behaviour="clarify")
    assert citations.unsourced(make_case(bare, hello)).wrong == ("turn 1 cites nothing",)


def test_supported_statements_are_a_share_of_all_statements(make_case, make_answer, tiny_base):
    summary = tiny_base.topics["pandas"].summary.split(". ")[0].rstrip(".")
    lie = "Pandas needs exactly 977 hours of quantum chemistry"
    answer = make_answer(f"{summary} [1].\n\n{lie} [1].", cites=["topic:pandas#overview"])
    score = citations.supported(make_case(answer))
    assert score.value == pytest.approx(0.5)
    assert citations.recall(make_case(answer)).value == pytest.approx(0.5)
    assert lie in score.wrong[0]


def test_what_verification_removed_is_counted_from_the_notes(make_case, make_answer):
    notes = ["2 links without a source removed.", "The model was slow."]
    assert citations.removed(make_case(make_answer(notes=notes))).value == 2


def test_precision_is_one_where_nothing_is_cited(make_case, make_answer):
    assert citations.precision(make_case(make_answer("Hello!", behaviour="clarify"))).value == 1


def test_a_gone_resource_in_a_plan_counts(make_case, make_answer, make_plan_of):
    plan = make_plan_of(("ml-fundamentals", 40))
    step = plan.steps[0].model_copy(update={"resources": ("old-learning-course",)})
    answer = make_answer(plan=plan.model_copy(update={"steps": (step,)}))
    assert citations.gone_resources(make_case(answer)).value == 1
