"""Find what a message is about: the names asked for, not those stated as known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Intent
from assistant.understanding.message import Message
from assistant.understanding.reading import Said

_ASKED = frozenset({"ask", "none", "goal", "skip"})
_ABOUT_ONE_THING = frozenset({"explain", "prerequisites", "resources", "why"})
_STATED_INTENTS = frozenset({"next", "plan", "small_talk", "progress", "role"})


@dataclass(frozen=True)
class Asked:
    """Ids that a message is about, each in the order of the message."""

    topics: tuple[str, ...] = ()
    subtopics: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    not_held: tuple[tuple[str, str | None], ...] = ()
    ambiguous: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.topics or self.roles or self.resources or self.not_held)


def find_asked(message: Message, intent: Intent, addressed: Sequence[str]) -> Asked:
    """Return what the message is about; `addressed` are the resources whose address it holds."""
    about = [said for said in message.said if said.state in _ASKED]
    if intent not in ("next", "plan"):
        about += message.spoken("after")
    if intent == "role":
        marks = message.asking_places()
        about += [said for said in message.spoken("job") if marks[said.mention.start]]
    if intent == "progress":
        about += message.spoken("done")
    if not any(_names_something(said) for said in about) and intent not in _STATED_INTENTS:
        marks = message.asking_places()
        about = [said for said in message.said if marks[said.mention.start] and said.state != "job"]
    topics: dict[str, None] = {}
    subtopics: dict[tuple[str, str], None] = {}
    roles: dict[str, None] = {}
    resources: dict[str, None] = dict.fromkeys(addressed)
    not_held: dict[tuple[str, str | None], None] = {}
    if intent == "prerequisites":
        about = _without_kinds(about, message)
    for said in about:
        _sort(said, topics, subtopics, roles, resources, not_held)
    return Asked(
        tuple(topics),
        tuple(subtopics),
        tuple(roles),
        tuple(resources),
        tuple(not_held),
        _ambiguous(about, message) if intent in _ABOUT_ONE_THING else (),
    )


def _ambiguous(about: Sequence[Said], message: Message) -> tuple[str, ...]:
    """Return the topics between which a concept such as "queue" leaves the choice.

    Another name in the message settles it.
    """
    if len(about) != 1 or len(message.said) != 1 or about[0].mention.names[0].kind != "subtopic":
        return ()
    names = about[0].mention.names
    topics = dict.fromkeys(name.id for name in names if name.kind == "subtopic")
    return tuple(topics) if len(topics) > 1 else ()


def _without_kinds(about: list[Said], message: Message) -> list[Said]:
    """Leave out what only says which kind is asked for: "which maths for time series?"."""
    rest = [said for said in about if not _follows_which(said, message)]
    return rest if any(_names_something(said) for said in rest) else about


def _follows_which(said: Said, message: Message) -> bool:
    place = said.mention.start
    before = [token.word for token in message.tokens[max(0, place - 2) : place]]
    return bool(before) and (
        before[-1] in ("which", "what", "welche", "que") or before == ["how", "much"]
    )


def _names_something(said: Said) -> bool:
    return said.mention.first("topic", "subtopic", "role", "resource", "skill") is not None


def _sort(
    said: Said,
    topics: dict[str, None],
    subtopics: dict[tuple[str, str], None],
    roles: dict[str, None],
    resources: dict[str, None],
    not_held: dict[tuple[str, str | None], None],
) -> None:
    # Where a phrase names a role and a topic ("analytics engineer") the role is meant.
    name = said.mention.first("role") or said.mention.first(
        "topic", "subtopic", "resource", "skill", "missing"
    )
    if name is None:
        return
    match name.kind:
        case "topic":
            topics[name.id] = None
        case "subtopic":
            topics[name.id] = None
            subtopics[name.id, name.detail] = None
        case "role":
            roles[name.id] = None
        case "resource":
            resources[name.id] = None
        case "skill":
            not_held[name.detail, name.id or None] = None
        case _:
            if said.state == "goal":
                topics[name.id] = None
