"""Check how problems read."""

from __future__ import annotations

from knowledge.errors import ContentError, Problem


def test_problem_reads_as_place_field_and_message() -> None:
    assert str(Problem("topics/nlp.yaml", 7, "why", "is missing")) == (
        "topics/nlp.yaml:7: why: is missing"
    )
    assert str(Problem("areas.yaml", 1, "", "is empty")) == "areas.yaml:1: is empty"


def test_content_error_lists_every_problem_in_file_order() -> None:
    late, early = Problem("b.yaml", 1, "", "two"), Problem("a.yaml", 9, "id", "one")
    assert str(ContentError([late, early])) == (
        "The content has 2 problems; mend them and run `roadmap check`:\n"
        "  a.yaml:9: id: one\n"
        "  b.yaml:1: two"
    )
    assert str(ContentError([late])).startswith("The content has 1 problem;")


def test_one_problem_is_mended_in_the_singular():
    error = ContentError([Problem("a.yaml", 1, "", "no")])
    assert str(error).startswith("The content has 1 problem; mend it and run")
