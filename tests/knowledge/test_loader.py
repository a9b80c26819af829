"""Check how content directories are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import CONTENT, ContentError, load_knowledge, read_content
from knowledge.loader import content_directories, content_files, display_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def messages(folder: Path) -> list[str]:
    return [str(problem) for problem in sorted(read_content(folder).problems)]


def test_load_raises_everything_that_is_wrong_at_once(tiny_content: Path) -> None:
    for name in ("nlp", "deep-learning"):
        path = tiny_content / f"topics/modelling/{name}.yaml"
        path.write_text(path.read_text().replace("difficulty: 4", "difficulty: hard"))
    with pytest.raises(ContentError) as caught:
        load_knowledge(tiny_content)
    assert [(problem.line, problem.field) for problem in caught.value.problems] == [
        (5, "difficulty"),
        (5, "difficulty"),
    ]
    assert "(got 'hard')" in str(caught.value)


def test_id_used_twice_names_both_places(tiny_content: Path) -> None:
    path = tiny_content / "roles/analyst.yaml"
    write(tiny_content, "roles/second.yaml", path.read_text())
    assert messages(tiny_content) == [
        "knowledge/roles/second.yaml:1: id: role `analyst` stands at "
        "knowledge/roles/analyst.yaml:1 already; give one another id"
    ]


def test_list_under_another_name_is_explained(tiny_content: Path) -> None:
    write(tiny_content, "roles/list.yaml", "- id: x\n- id: y\n")
    assert messages(tiny_content) == [
        "knowledge/roles/list.yaml:1: expected one role or a list under `roles:`; "
        "see the files beside it"
    ]


def test_guide_without_front_matter_is_explained(tiny_content: Path) -> None:
    write(tiny_content, "guides/bare.md", "# Only text\n")
    assert messages(tiny_content) == [
        "knowledge/guides/bare.md:1: a guide begins with its fields between two lines of `---`"
    ]


def test_guide_sections_have_the_lines_of_their_headings(tiny_content: Path) -> None:
    base = load_knowledge(tiny_content)
    guide = base.guides["books-or-courses"]
    assert [section.title for section in guide.sections] == [
        "Why a course first",
        "When the book wins",
    ]
    assert base.source("guide", guide.id, "sections.0").endswith("books-or-courses.md:12")
    assert base.source("guide", guide.id, "sections.1").endswith("books-or-courses.md:17")
    assert base.source("guide", guide.id, "verdict").endswith("books-or-courses.md:7")


def test_file_that_is_not_text_is_explained(tiny_content: Path) -> None:
    (tiny_content / "roles/picture.yaml").write_bytes(b"\xff\xfe\x00\x01")
    (problem,) = messages(tiny_content)
    assert "cannot be read as UTF-8 text" in problem


def test_windows_line_ends_and_byte_order_mark_are_accepted(tiny_content: Path) -> None:
    for path in content_files(tiny_content):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    base = load_knowledge(tiny_content)
    assert len(base.topics) == 6
    assert base.source("guide", "books-or-courses", "sections.1").endswith(":17")


def test_two_directories_are_one_base_and_may_name_each_other(
    tiny_content: Path, tmp_path: Path
) -> None:
    second = tmp_path / "more"
    write(
        second,
        "roles/reader.yaml",
        "id: reader\ntitle: Reader\nwork: A reader reads.\nemployers: Nobody pays for it.\n"
        "topics: [{topic: nlp, weight: 1.0, required: true}]\n",
    )
    base = load_knowledge(tiny_content, second)
    assert set(base.roles) == {"analyst", "language-engineer", "reader"}
    assert base.source("role", "reader") == "more/roles/reader.yaml:1"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "roles/analyst.yaml",
            "topic: pandas",
            "topic: panda",
            "knowledge/roles/analyst.yaml:7: topics.0: there is no topic `panda`; "
            "did you mean `pandas`?",
        ),
        (
            "guides/need-statistics.md",
            "sources: [number-book, ",
            "sources: [zzz, ",
            "knowledge/guides/need-statistics.md:10: sources.0: there is no resource `zzz`",
        ),
        (
            "resources/all.yaml",
            "successor: learning-course",
            "successor: learning-curse",
            "knowledge/resources/all.yaml:139: successor: there is no resource `learning-curse`; "
            "did you mean `learning-course`?",
        ),
    ],
)
def test_dangling_id_names_its_line_and_a_near_one(
    tiny_content: Path, file: str, old: str, new: str, message: str
) -> None:
    path = tiny_content / file
    path.write_text(path.read_text().replace(old, new))
    assert messages(tiny_content) == [message]


def test_our_own_files_are_shown_from_the_repository() -> None:
    path = CONTENT / "topics" / "nlp" / "nlp.yaml"
    assert display_path(path, CONTENT) == "knowledge/content/topics/nlp/nlp.yaml"


def test_our_content_is_known_by_every_spelling_and_read_once(tmp_path: Path) -> None:
    other = CONTENT.parent / "rules" / ".." / "content"
    assert content_directories([CONTENT, other, tmp_path, tmp_path]) == (CONTENT, tmp_path)
    assert content_directories([]) == (CONTENT,)
