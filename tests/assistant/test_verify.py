"""Check that nothing without a source gets through, and that what has one stays."""

from __future__ import annotations

import pytest

from assistant.statements import split_statements
from assistant.verify import Verifier, without_statements

PANDAS = "topic:pandas#overview"
TRUE = "pandas reads, filters and joins tables [1]."


@pytest.fixture
def verifier(tiny_base, tiny_chunks):
    return Verifier(tiny_base, tiny_chunks)


def test_answer_with_sources_is_left_as_it_is(verifier, make_answer):
    answer = make_answer(f"{TRUE} Shall we go on?", PANDAS)
    assert verifier.verify(answer) is answer


def test_link_outside_the_knowledge_base_goes_and_is_counted(verifier, make_answer):
    text = "pandas reads and joins tables, see [here](https://evil.test) [1]."
    verified = verifier.verify(make_answer(text, PANDAS))
    assert verified.answer == "pandas reads and joins tables, see here [1]."
    assert verified.notes == ("1 link without a source removed.",)


def test_marker_outside_the_evidence_goes_and_is_counted(verifier, make_answer):
    verified = verifier.verify(make_answer("pandas reads and joins tables [1] [7].", PANDAS))
    assert verified.answer == "pandas reads and joins tables [1]."
    assert verified.notes == ("1 marker without a source removed.",)


def test_unsupported_sentence_goes_and_its_marker_still_covers_the_others(verifier, make_answer):
    text = "pandas reads tables. It filters and joins them. It costs 90 dollars at Harvard [1]."
    verified = verifier.verify(make_answer(text, PANDAS))
    assert verified.answer == "pandas reads tables. It filters and joins them [1]."
    assert verified.notes == ("1 sentence without a source removed.",)


def test_first_statement_stays_even_if_unsupported(verifier, make_answer):
    lie = "Harvard charges 90 dollars for it [1]."
    verified = verifier.verify(make_answer(f"{lie}\n\n- {lie}\n- {TRUE}", PANDAS))
    assert verified.answer == f"{lie}\n\n- {TRUE}"


def test_several_removals_leave_tidy_markdown():
    text = "One. Two. Three [1].\n\n- Four\n- Five.\n\nSix."
    removed = [s for s in split_statements(text) if s.text in ("Two.", "Four", "Six.")]
    assert without_statements(text, removed).rstrip() == "One. Three [1].\n\n- Five."


def test_check_counts_what_is_wrong(verifier, make_answer):
    text = (
        "pandas reads and joins tables [1]. Harvard sells it for 90 dollars [1]. See "
        "[x](https://evil.test) [9]."
    )
    check = verifier.check(make_answer(text, PANDAS))
    assert check.invented_links == ["https://evil.test"]
    assert check.stray_markers == [9]
    assert check.unsupported == ["Harvard sells it for 90 dollars .", "See ."]
    assert check.statements == 3
    assert check.citation_recall == pytest.approx(1 / 3)
    # Of three citations only the first supports its statement.
    assert check.citation_precision == pytest.approx(1 / 3)


def test_citation_that_adds_nothing_lowers_precision(verifier, make_answer):
    answer = make_answer(
        "pandas reads, filters and joins tables [1][2].", PANDAS, "topic:nlp#overview"
    )
    check = verifier.check(answer)
    assert (check.citation_recall, check.citation_precision) == (1.0, 0.5)


def test_citations_that_support_only_together_both_count(verifier, make_answer):
    text = "pandas joins tables, and deep learning trains networks of many layers [1][2]."
    check = verifier.check(make_answer(text, PANDAS, "topic:deep-learning#overview"))
    assert (check.citation_recall, check.citation_precision) == (1.0, 1.0)


def test_small_talk_has_nothing_to_count(verifier, make_answer):
    check = verifier.check(make_answer("Hello! Where would you like to get to?"))
    assert (check.statements, check.citation_recall, check.citation_precision) == (0, 1.0, 1.0)
