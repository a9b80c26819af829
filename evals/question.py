"""Define and load the fixed questions: what is asked, and what must come back.

A questions file is a YAML list; each entry is a `Question`. `evals/questions/main` and
`evals/questions/held-back` hold ours, one file a category; any file or folder of the same shape
runs with `roadmap eval --questions PATH`:

    - id: next-bayes                     # unique
      turns: ["finished probability and want to go bayesian. next step pls"]
      behaviour: [answer, plan]          # one of these must be the behaviour of the last answer
      known: [probability]               # topic ids that must be understood as known
      recommend: [bayesian-statistics]   # one of these must be recommended
      not_recommended: [bayesian-computation]

Everything but `id`, `turns` and `behaviour` may be left out; what is left out is not judged. All
expectations are about the last turn; links, markers and plans are judged in every turn.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from assistant.answer import Behaviour, Intent
from assistant.profile import Preferences
from knowledge import UsageError

Split = Literal["main", "held-back"]
QUESTIONS = Path(__file__).parent / "questions"
EVAL_DAY = dt.date(2026, 11, 22)
"""The day on which every fixed question is asked; deadlines in labels count from it."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Behaviours = Annotated[tuple[Behaviour, ...], BeforeValidator(_listed), Field(min_length=1)]
Intents = Annotated[tuple[Intent, ...], BeforeValidator(_listed)]


class Question(BaseModel):
    """One conversation and what its last answer must be; ids are topic ids unless said otherwise.

    `behaviour`, `intent`, `goal`, `topics` and `recommend` are alternatives: one must come.
    `known`, `partly_known`, `unknown` and `other_skills` must all be understood; `not_known` must
    not be. `order` holds pairs, the first of which must be recommended before the second.
    `moves_on` asks for another first recommendation than the turn before. `resources` says what
    every resource shown must be like. `must_say` and `must_not_say` are regular expressions.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    turns: Annotated[tuple[str, ...], Field(min_length=1)]
    behaviour: Behaviours
    language: str = "en"
    intent: Intents = ()
    known: tuple[str, ...] = ()
    partly_known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    other_skills: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    hours_per_week: float | None = None
    weeks: float | None = None
    deadline: dt.date | None = None
    topics: tuple[str, ...] = ()
    recommend: tuple[str, ...] = ()
    not_recommended: tuple[str, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    moves_on: bool = False
    resources: Preferences | None = None
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()
    category: str = ""

    @field_validator("must_say", "must_not_say")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is not a regular expression: {error}") from error
        return patterns


def load_questions(path: Path | None = None, split: Split = "main") -> list[Question]:
    """Return the questions of a split of ours, or those of a file or folder, in file order.

    A folder with a subfolder of the split's name stands for that subfolder. The category is the
    file's name where an entry does not say its own. Raises UsageError naming file and entry.
    """
    place = path or QUESTIONS
    if (place / split).is_dir():
        place = place / split
    files = sorted(place.glob("*.yaml")) if place.is_dir() else [place]
    questions = [question for file in files for question in _read(file)]
    if not questions:
        raise UsageError(f"{place} holds no questions; give a YAML file or a folder of them.")
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise UsageError(f"The question id `{question.id}` is used twice in {place}.")
        seen.add(question.id)
    return questions


def _read(file: Path) -> list[Question]:
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}.") from error
    except yaml.YAMLError as error:
        raise UsageError(f"{file} is not YAML: {error}") from error
    if not isinstance(entries, list):
        raise UsageError(f"{file} must be a YAML list of questions.")
    return [_question(entry, file, number) for number, entry in enumerate(entries, 1)]


def _question(entry: Any, file: Path, number: int) -> Question:
    fields = {"category": file.stem, **entry} if isinstance(entry, dict) else entry
    try:
        return Question.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        name = entry.get("id", number) if isinstance(entry, dict) else number
        raise UsageError(f"{file}: question {name}: {field}: {first['msg']}.") from error


def unknown_ids(questions: Sequence[Question], known: set[str]) -> dict[str, list[str]]:
    """Map each question to the ids in its labels that are not in `known` (topics and roles)."""
    wrong: dict[str, list[str]] = {}
    for question in questions:
        named = [
            *question.known,
            *question.partly_known,
            *question.unknown,
            *question.not_known,
            *question.goal,
            *question.topics,
            *question.recommend,
            *question.not_recommended,
            *(name for pair in question.order for name in pair),
        ]
        if missing := [name for name in dict.fromkeys(named) if name not in known]:
            wrong[question.id] = missing
    return wrong
