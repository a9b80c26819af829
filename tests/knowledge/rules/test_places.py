"""Check that misplaced files are found."""

from __future__ import annotations

from pathlib import Path

from knowledge import load_knowledge
from knowledge.rules.places import misplaced_files


def test_file_named_otherwise_than_its_record_is_found(tiny_content: Path) -> None:
    folder = tiny_content / "topics/modelling"
    (folder / "nlp.yaml").rename(folder / "language.yaml")
    (problem,) = misplaced_files(load_knowledge(tiny_content))
    assert problem.message == "the file is named `language.yaml`; rename it to `nlp.yaml`"


def test_topic_outside_the_folder_of_its_area_is_found(tiny_content: Path) -> None:
    (tiny_content / "topics/foundations").mkdir()
    path = tiny_content / "topics/modelling/nlp.yaml"
    path.rename(tiny_content / "topics/foundations/nlp.yaml")
    (problem,) = misplaced_files(load_knowledge(tiny_content))
    assert (problem.file, problem.line, problem.field, problem.message) == (
        "knowledge/topics/foundations/nlp.yaml",
        4,
        "area",
        "the file stands in `foundations/`; move it to `topics/modelling/`",
    )
