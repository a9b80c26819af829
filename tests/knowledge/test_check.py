"""Check the check: the contents pass, and every way of breaking them is named where it stands."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path

import pytest

from knowledge import load_knowledge
from knowledge.check import check
from knowledge.importing.topic_records import HOURS_BASIS

# Each breaks one thing: file, text to replace, new text, then the line, field and words expected.
BREAKS = {
    "not YAML": (
        "areas.yaml",
        "- id: modelling",
        "- id: 'modelling",
        ("areas.yaml", 5, "", "this is not YAML"),
    ),
    "a field that does not exist": (
        "topics/modelling/nlp.yaml",
        "difficulty: 4",
        "dificulty: 4",
        ("nlp.yaml", 5, "dificulty", "there is no such field"),
    ),
    "a missing field": (
        "resources/all.yaml",
        "  provider: Snake Foundation\n",
        "",
        ("all.yaml", 2, "provider", "this field is missing; add it"),
    ),
    "an unknown prerequisite": (
        "topics/modelling/nlp.yaml",
        "{topic: deep-learning, strength",
        "{topic: deep-learnin, strength",
        ("nlp.yaml", 20, "prerequisites.0", "did you mean `deep-learning`?"),
    ),
    "hours the wrong way round": (
        "topics/modelling/deep-learning.yaml",
        "low: 40, high: 80",
        "low: 90, high: 80",
        ("deep-learning.yaml", 6, "hours", "low (90) is above high (80); swap them"),
    ),
    "an alias of another topic": (
        "topics/modelling/nlp.yaml",
        "aliases: [NLP,",
        "aliases: [ML, NLP,",
        ("nlp.yaml", 3, "aliases.0", "`ML` already leads to `ml-fundamentals`"),
    ),
    "a circle": (
        "topics/modelling/deep-learning.yaml",
        "{topic: ml-fundamentals, strength",
        "{topic: nlp, strength",
        ("deep-learning.yaml", 20, "prerequisites.0", "circle: deep-learning -> nlp -> deep-l"),
    ),
    "an implied edge": (
        "topics/modelling/nlp.yaml",
        "prerequisites:\n",
        'prerequisites:\n- {topic: pandas, strength: helpful, reason: "Texts come in tables."}\n',
        ("nlp.yaml", 20, "prerequisites.0", "pandas -> ml-fundamentals -> deep-learning -> nlp"),
    ),
    "an address used twice": (
        "resources/all.yaml",
        "https://tables.test/docs",
        "http://www.snake.test/tutorial",
        ("all.yaml", 56, "url", "`snake-tutorial` (knowledge/resources/all.yaml:2) has this"),
    ),
    "a sentence without an end": (
        "topics/modelling/nlp.yaml",
        "Chat assistants grow from it.",
        "Chat assistants grow from it",
        ("nlp.yaml", 8, "why", "close it with a full stop"),
    ),
    "a topic without free resources": (
        "topics/modelling/nlp.yaml",
        "resources: [language-course, language-book, ",
        "resources: [",
        ("nlp.yaml", 21, "resources", "has 0 active free resources"),
    ),
    "a resource that nobody uses": (
        "topics/foundations.yaml",
        "resources: [number-book, number-lab]",
        "resources: [number-book, table-docs]",
        ("all.yaml", 78, "id", "nobody uses `number-lab`"),
    ),
}


@pytest.mark.parametrize("case", BREAKS)
def test_broken_content_is_named_with_its_place_and_what_to_do(
    case: str, tiny_content: Path
) -> None:
    file, old, new, (expected_file, line, field, words) = BREAKS[case]
    path = tiny_content / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")

    report = check([tiny_content])

    assert not report.ok
    matching = [
        problem
        for problem in report.problems
        if (Path(problem.file).name, problem.line, problem.field) == (expected_file, line, field)
        and words in problem.message
    ]
    assert matching, "\n".join(map(str, report.problems))


def test_all_problems_are_reported_in_one_run(tiny_content: Path) -> None:
    for file, old, new, _ in (BREAKS["a missing field"], BREAKS["an alias of another topic"]):
        path = tiny_content / file
        path.write_text(path.read_text().replace(old, new))
    fields = {problem.field for problem in check([tiny_content]).problems}
    assert {"provider", "aliases.0"} <= fields


def test_a_record_that_cannot_be_read_is_not_reported_again_as_missing(tiny_content: Path) -> None:
    path = tiny_content / "topics/modelling/nlp.yaml"
    path.write_text(path.read_text().replace("difficulty: 4", "difficulty: 9"))
    problems = check([tiny_content]).problems
    assert [(problem.line, problem.field) for problem in problems] == [(5, "difficulty")]


def test_a_draft_is_not_asked_for_its_prose(tiny_content: Path) -> None:
    path = tiny_content / "topics/modelling/nlp.yaml"
    path.write_text(path.read_text().replace("grow from it.", "grow from it"))
    assert check([tiny_content], draft=True).ok
    assert not check([tiny_content]).ok


def test_a_draft_names_what_its_document_left_open_and_every_circle(tiny_content: Path) -> None:
    path = tiny_content / "topics/modelling/deep-learning.yaml"
    text = path.read_text().replace("{topic: ml-fundamentals, strength", "{topic: nlp, strength")
    path.write_text(text + 'draft: {source: "my list, line 3", missing: [hours]}\n')
    text = path.read_text()
    path.write_text(text.replace("The course is listed at 50 h, plus the project.", HOURS_BASIS))
    circle, hours = sorted(check([tiny_content], draft=True).problems, key=lambda p: p.line)[::-1]
    assert (hours.line, hours.field) == (6, "hours")
    assert "my list, line 3 does not state it" in hours.message
    assert "the prerequisites run in a circle" in circle.message


def test_report_in_json_has_the_documented_form(tiny_content: Path) -> None:
    path = tiny_content / "topics/modelling/nlp.yaml"
    path.write_text(path.read_text().replace("grow from it.", "grow from it"))
    report = json.loads(json.dumps(check([tiny_content]).to_json()))
    assert report == {
        "ok": False,
        "counts": {
            "topics": 6,
            "resources": 17,
            "active_resources": 14,
            "roles": 2,
            "guides": 2,
            "edges": 6,
            "projects": 6,
        },
        "problems": [
            {
                "file": "knowledge/topics/modelling/nlp.yaml",
                "line": 8,
                "field": "why",
                "message": "the sentence has no end (`…. Chat assistants grow from it`);"
                " close it with a full stop",
            }
        ],
    }


def test_missing_directory_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    report = check([tmp_path / "nowhere"])
    assert [problem.message.split(";")[0] for problem in report.problems] == [
        "there is no such directory"
    ]


def test_a_name_too_long_for_a_directory_is_a_problem_and_not_a_crash() -> None:
    (problem,) = check([Path("x" * 5000)]).problems
    assert problem.message.startswith("there is no such directory")


def test_an_empty_directory_is_not_sound(tmp_path: Path) -> None:
    (problem,) = check([tmp_path]).problems
    assert problem.message.startswith("there is nothing to read in this directory")


def test_today_may_be_another_day(tiny_content: Path) -> None:
    first = min(resource.seen.date for resource in load_knowledge(tiny_content).resources.values())
    assert check([tiny_content], today=dt.date.today()).ok
    assert not check([tiny_content], today=first - dt.timedelta(days=30)).ok


def test_real_content_passes_in_under_two_seconds() -> None:
    # Time of this process alone: other tests may keep the machine busy.
    start = time.process_time()
    report = check()
    seconds = time.process_time() - start
    assert not report.problems, "\n".join(map(str, report.problems))
    assert report.counts["topics"] >= 130
    assert report.counts["active_resources"] >= 400
    assert report.counts["roles"] >= 14
    assert report.counts["guides"] >= 50
    assert seconds < 2
