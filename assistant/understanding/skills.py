"""Keep what a person knows: what was said wins over what is assumed, the latest over the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.profile import Profile
from assistant.understanding.implications import Implications
from assistant.understanding.reading import Said
from assistant.understanding.text import Token
from knowledge import KnowledgeBase

Level = Literal["known", "partly_known", "unknown"]
_LEVELS: dict[str, Level] = {
    "known": "known",
    "strong": "known",
    "done": "known",
    "background": "known",
    "partial": "partly_known",
    "unknown": "unknown",
    "dislike": "unknown",
}
_SKILL_STATES = frozenset({"known", "strong", "done", "background", "partial", "job"})
_CONCEPTS_OF_A_TOPIC = 3  # knowing this many concepts of a topic counts as knowing it


@dataclass
class Statements:
    """What one message states: levels of topics, topics implied, and skills without a topic."""

    levels: dict[str, Level] = field(default_factory=dict)
    implied: dict[str, None] = field(default_factory=dict)
    other_skills: dict[str, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.levels or self.implied or self.other_skills)


def collect(
    said: Iterable[Said], tokens: Sequence[Token], implications: Implications
) -> Statements:
    """Return what the message states about skills, with what jobs and courses imply."""
    statements = Statements()
    concepts: dict[str, dict[str, Level]] = {}
    for item in said:
        level = _LEVELS.get(item.state)
        topic = item.mention.first("topic", "missing")
        concept = item.mention.first("subtopic")
        if topic and level and (topic.kind == "topic" or level != "known"):
            statements.levels.pop(topic.id, None)
            statements.levels[topic.id] = level
            if item.state == "strong":
                statements.implied.update(dict.fromkeys(implications.of_mastery(topic.id)))
        elif concept and level and not topic and not item.mention.first("skill"):
            concepts.setdefault(concept.id, {})[concept.detail] = level
        else:
            _collect_others(item, tokens, implications, statements)
    for identifier, levels in concepts.items():
        _weigh_concepts(identifier, levels, statements)
    return statements


def merge(first: Statements, second: Statements) -> Statements:
    """Return both statements together; the second wins where they differ."""
    return Statements(
        {**first.levels, **second.levels},
        {**first.implied, **second.implied},
        {**first.other_skills, **second.other_skills},
    )


def _collect_others(
    item: Said, tokens: Sequence[Token], implications: Implications, statements: Statements
) -> None:
    mention = item.mention
    spoken = [token.word for token in tokens[mention.start : mention.end]]
    skill, resource = mention.first("skill"), mention.first("resource")
    job, role = mention.first("job"), mention.first("role")
    if skill and item.state in _SKILL_STATES:
        statements.other_skills[skill.detail] = None
    elif resource and _LEVELS.get(item.state) == "known":
        statements.implied.update(dict.fromkeys(implications.of_course(resource.id)))
    elif resource and item.state == "partial":
        for topic in implications.of_course(resource.id)[:1]:
            statements.levels.setdefault(topic, "partly_known")
    elif item.state in ("job", "background") or (job and not role and item.state == "none"):
        topics = implications.of_job(spoken, role.id if role else None) if job or role else ()
        statements.implied.update(dict.fromkeys(topics))


def _weigh_concepts(topic: str, levels: dict[str, Level], statements: Statements) -> None:
    """Turn what is said of concepts inside a topic into a level for the topic itself."""
    stated = statements.levels.get(topic)
    if stated == "known" and set(levels.values()) == {"known"}:
        return
    if set(levels.values()) == {"unknown"}:
        statements.levels[topic] = (
            "partly_known" if stated in ("known", "partly_known") else "unknown"
        )
    elif stated is None:
        knows_enough = sum(level == "known" for level in levels.values()) >= _CONCEPTS_OF_A_TOPIC
        statements.levels[topic] = "known" if knows_enough else "partly_known"


def apply(profile: Profile, statements: Statements, base: KnowledgeBase) -> Profile:
    """Return the profile after the statements; the four lists stay disjoint."""
    known, partly, unknown = list(profile.known), list(profile.partly_known), list(profile.unknown)
    for topic, level in statements.levels.items():
        for topics in (known, partly, unknown):
            if topic in topics:
                topics.remove(topic)
        {"known": known, "partly_known": partly, "unknown": unknown}[level].append(topic)
    sources = [*profile.assumed_known, *statements.implied, *known]
    assumed = base.graph.closure(sources) | _easier_than(partly, base)
    barred = {*unknown, *base.graph.descendants(unknown), *known, *partly}
    skills = dict.fromkeys((*profile.other_skills, *statements.other_skills))
    return profile.model_copy(
        update={
            "known": tuple(known),
            "partly_known": tuple(partly),
            "unknown": tuple(unknown),
            "assumed_known": tuple(topic for topic in base.topics if topic in assumed - barred),
            "other_skills": tuple(skills),
        }
    )


def _easier_than(partly: Iterable[str], base: KnowledgeBase) -> set[str]:
    """Return what a little knowledge of topics implies: their prerequisites of lower difficulty."""
    implied: set[str] = set()
    for topic in partly:
        difficulty = base.topics[topic].difficulty
        below = base.graph.ancestors([topic])
        implied |= {name for name in below if base.topics[name].difficulty < difficulty}
    return implied
