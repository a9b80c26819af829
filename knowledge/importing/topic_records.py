"""Make the record of one topic; what its document does not state is marked as missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from knowledge.importing.findings import FoundTopic
from knowledge.importing.vocabulary import fold
from knowledge.models import Topic

NOT_DESCRIBED = "Not described in the imported document."
NOT_GIVEN = "The imported document gives no reason for learning this."
HOURS_BASIS = "Not stated in the imported document; a default of ours."
DEFAULT_HOURS = (5, 20)
DEFAULT_DIFFICULTY = 3
_DIFFICULTY_OF_LEVEL = {"beginner": 2, "intermediate": 3, "advanced": 4}
_SHORTEST = 8  # characters of a sentence, as the schema asks


@dataclass
class Naming:
    """What names the records of one import: its area, its date and the ids of the last time."""

    area: str
    title: str
    files: str
    today: str
    topic_ids: dict[str, str] = field(default_factory=dict)
    resource_ids: dict[str, str] = field(default_factory=dict)

    def area_record(self) -> dict[str, Any]:
        """Return the area that holds the imported topics that we do not know."""
        return {
            "id": self.area,
            "title": self.title,
            "summary": f"Imported from {self.files}.",
        }


def topic_record(
    found: FoundTopic, identifier: str, resources: list[str], area: str, ours: Topic | None
) -> dict[str, Any]:
    """Return a topic's record: what the document states, else what we know, else defaults."""
    missing: list[str] = []
    record: dict[str, Any] = {
        "id": identifier,
        "title": found.title,
        "area": area,
        "difficulty": _difficulty(found, ours, missing),
        "hours": _hours(found, ours, missing),
        "summary": _sentence(
            found.summary, ours.summary if ours else None, NOT_DESCRIBED, "summary", missing
        ),
        "why": _sentence(found.why, ours.why if ours else None, NOT_GIVEN, "why", missing),
    }
    if subtopics := [{"name": name} for name in dict.fromkeys(found.subtopics)]:
        record["subtopics"] = subtopics
    record["prerequisites"] = []
    record["resources"] = list(dict.fromkeys(resources))
    if found.certifications:
        record["certifications"] = [
            _certification(title, cost, found, missing) for title, cost in found.certifications
        ]
    if not record["resources"]:
        missing.append("resources")
    record["draft"] = {"source": f"{found.file}:{found.line}", "missing": missing}
    return record


def merge_topic(record: dict[str, Any], other: dict[str, Any]) -> None:
    """Add what a second mention of the same topic states to the record of the first."""
    if fold(other["title"]) != fold(record["title"]):
        aliases = record.setdefault("aliases", [])
        if other["title"] not in aliases:
            aliases.append(other["title"])
    missing, further = record["draft"]["missing"], other["draft"]["missing"]
    for name in ("difficulty", "hours", "summary", "why"):
        if name in missing and name not in further:
            record[name] = other[name]
            missing.remove(name)
    for name in ("subtopics", "resources", "certifications"):
        if other.get(name):
            known = record.setdefault(name, [])
            known.extend(one for one in other[name] if one not in known)
    if record["resources"] and "resources" in missing:
        missing.remove("resources")


def stub_record(topic: Topic, area: str, resources: list[str], source: str) -> dict[str, Any]:
    """Return a short copy of a topic of ours that an imported one depends on."""
    return {
        "id": topic.id,
        "title": topic.title,
        "area": area,
        "difficulty": topic.difficulty,
        "hours": topic.hours.model_dump(mode="json"),
        "summary": topic.summary,
        "why": topic.why,
        "prerequisites": [],
        "resources": resources,
        "draft": {"source": source, "missing": []},
    }


def _difficulty(found: FoundTopic, ours: Topic | None, missing: list[str]) -> int:
    stated = found.difficulty or _DIFFICULTY_OF_LEVEL.get(found.level or "")
    if stated:
        return stated
    if ours is not None:
        return ours.difficulty
    missing.append("difficulty")
    return DEFAULT_DIFFICULTY


def _hours(found: FoundTopic, ours: Topic | None, missing: list[str]) -> dict[str, Any]:
    effort = found.effort
    if effort is not None:
        counted = ", counted as 2 hours a day and 10 a week" if effort.is_converted else ""
        basis = f"The imported document says “{effort.words}”{counted}."
        return {"low": effort.low, "high": effort.high, "basis": basis}
    if ours is not None:
        return ours.hours.model_dump(mode="json")
    missing.append("hours")
    return {"low": DEFAULT_HOURS[0], "high": DEFAULT_HOURS[1], "basis": HOURS_BASIS}


def _sentence(stated: str, ours: str | None, default: str, name: str, missing: list[str]) -> str:
    text = " ".join(stated.split())
    if len(text) >= _SHORTEST:
        return text
    if ours:
        return ours
    missing.append(name)
    return default


def _certification(title: str, cost: str, found: FoundTopic, missing: list[str]) -> dict[str, Any]:
    words = fold(title).split()
    if "paid" in words:
        cost = "paid"
    elif not cost and "free" in words:
        cost = "free"
    note = f"Named in {found.file}, line {found.line}"
    if cost:
        return {"title": title, "cost": cost, "note": f"{note}."}
    if "certifications" not in missing:
        missing.append("certifications")
    return {"title": title, "cost": "paid", "note": f"{note}; it does not state the cost."}
