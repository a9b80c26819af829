"""Take what a cell or a line states about a topic: difficulty, hours, prerequisites, reasons."""

from __future__ import annotations

import re

from knowledge.importing.amounts import read_difficulty, read_effort, read_level, without_effort
from knowledge.importing.findings import FoundTopic
from knowledge.importing.titles import clean_title
from knowledge.importing.vocabulary import fold, vocabulary

_PARTS = re.compile(
    r"\s*(?:[,;，、；|+\n•]|\s&\s|\s/\s|\band\b|\by\b|\be\b|(?<=\S)\s*和\s*|\sऔर\s)\s*"
)
_PRIMARY = {"why", "difficulty", "level", "dependency", "hours", "certification", "summary"}


def state(
    topic: FoundTopic, name: str, value: str, *, line: int = 0, needs_unit: bool = False
) -> bool:
    """Set what `name` (a column's or label's words) means to `value`; False if it means nothing.

    With `needs_unit` a bare number is no number of hours.
    """
    column = vocabulary().columns.get(fold(name), "")
    if column not in _PRIMARY:
        return False
    value = value.strip()
    if column == "why":
        topic.why = topic.why or value
    elif column == "summary":
        topic.summary = topic.summary or value
    elif column == "dependency":
        topic.dependencies.extend((part, line or topic.line) for part in dependency_names(value))
    elif column == "hours":
        unit = "" if needs_unit else ("weeks" if fold(name) == "weeks" else "hours")
        topic.effort = topic.effort or read_effort(value, unit)
    elif column == "certification":
        cost = "free" if "free" in fold(name).split() else ""
        topic.certifications.extend((part, cost) for part in certification_names(value))
    else:
        topic.difficulty = topic.difficulty or read_difficulty(value)
        topic.level = topic.level or read_level(value)
    return True


def state_title(topic: FoundTopic, title: str) -> None:
    """Take the time and the stars that stand at a title's end: "Python ⭐⭐ - 1 Month"."""
    if without_effort(clean_title(title)) != clean_title(title):
        state(topic, "hours", title, needs_unit=True)
    if "⭐" in title or "★" in title:
        state(topic, "difficulty", title)


def dependency_names(value: str) -> list[str]:
    """Return the topics named in a list of prerequisites ("Stats + ML", "Git, Docker")."""
    names = (part.strip(" .:·-–—()") for part in _PARTS.split(value))
    return [name for name in names if fold(name) not in vocabulary().nothing and len(name) < 80]


def certification_names(value: str) -> list[str]:
    """Return the certificates named in a cell, separated by commas."""
    names = (part.strip() for part in re.split(r"\s*[,;，、\n]\s*(?![^()]*\))", value))
    return [name for name in names if fold(name) not in vocabulary().nothing]
