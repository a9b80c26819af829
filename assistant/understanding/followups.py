"""Recognise a message that leans on the answer before it, and what of that answer it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from assistant.answer import Answer, Intent
from assistant.conversation import Turn
from assistant.understanding.asked import Asked
from assistant.understanding.phrases import Match, PhraseTable
from assistant.understanding.result import FollowUp
from assistant.understanding.text import Token

_SHORT = 14  # words; a longer message says by itself what it means
_KINDS = (
    "shorter",
    "after_that",
    "why",
    "cheaper",
    "skipped",
    "finished",
    "correction",
    "same_question",
    "more",
)


class FollowUpReader:
    """Knows the phrases of `followups.yaml`."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        self._tables: dict[str, PhraseTable[bool]] = {
            kind: PhraseTable((phrase, True) for phrase in lists[kind])
            for kind in (*_KINDS, "reference")
        }
        self._ordinals: PhraseTable[int] = PhraseTable(
            (phrase, int(number)) for number, group in lists["ordinals"].items() for phrase in group
        )

    def ordinal(self, tokens: Sequence[Token]) -> int | None:
        """Return the place in a list that a short message points to; -1 is the last."""
        if len(tokens) > _SHORT:
            return None
        spoken = [token.word for token in tokens]
        if len(spoken) == 1 and spoken[0].isdigit():  # "#2"; in a sentence a number counts hours
            return int(spoken[0])
        matches = [match for match in self._ordinals.scan(spoken) if _counts(match, tokens)]
        return matches[0].values[0] if matches else None

    def kind(self, tokens: Sequence[Token], *, names: bool) -> FollowUp | None:
        """Return the kind of follow-up a message is; `names` tells that it names a topic itself."""
        if not tokens or len(tokens) > _SHORT:
            return None
        spoken = [token.word for token in tokens]
        for kind in _KINDS:
            matches = self._tables[kind].scan(spoken)
            if not matches:
                continue
            if kind in ("correction", "same_question"):
                if matches[0].start == 0:
                    return cast(FollowUp, kind)
            elif kind in ("shorter", "cheaper") or (not names and self._fills(matches, spoken)):
                return cast(FollowUp, kind)
        return None

    def refers_back(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the message speaks of "it", "that one", "the course"."""
        return bool(self._tables["reference"].scan([token.word for token in tokens]))

    @staticmethod
    def _fills(matches: Sequence[Match[bool]], spoken: Sequence[str]) -> bool:
        """Tell whether the phrase is nearly the whole message."""
        covered = sum(match.end - match.start for match in matches)
        return len(spoken) - covered <= 3 and matches[0].start <= 2


def _counts(match: Match[int], tokens: Sequence[Token]) -> bool:
    """Tell whether "first" points into a list; "what should I learn first?" says when."""
    following = tokens[match.end].word if match.end < len(tokens) else ""
    if following in ("half", "week", "weekend", "day", "month", "year", "quarter", "semester"):
        return False  # "the first half of February" is a date
    if tokens[match.start].word != "first" or match.end - match.start > 1:
        return True
    before = tokens[match.start - 1].word if match.start else ""
    is_last = match.end == len(tokens) or bool(tokens[match.end].gap)
    return not is_last or before in ("the", "that", "your", "just", "only") or len(tokens) <= 2


def pointed_at(turn: Turn, ordinal: int | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (topics, resources) that "it" or "the second one" means after a turn."""
    answer = turn.answer
    place = (ordinal - 1 if ordinal > 0 else -1) if ordinal else 0
    if answer.intent in ("resources", "certification") and answer.resources:
        if ordinal and place < len(answer.resources):
            return answer.topics[:1], (answer.resources[place].id,)
        return answer.topics[:1], ()
    listed = _listed(answer) if ordinal else subject(turn)
    if ordinal:
        return (listed[place : place + 1 or None] if place < len(listed) else ()), ()
    return listed, ()


def subject(turn: Turn) -> tuple[str, ...]:
    """Return the topics a turn was about: what it asked, else the first thing it recommended."""
    if turn.understanding.topics and turn.understanding.intent not in ("next", "plan"):
        return turn.understanding.topics
    recommended = turn.answer.recommended[:1]
    return recommended or turn.understanding.topics or turn.answer.topics[:1]


def _listed(answer: Answer) -> tuple[str, ...]:
    return answer.recommended or answer.topics


def asked_before(last: Turn, ordinal: int | None, intent: Intent, kind: FollowUp | None) -> Asked:
    """Return what a message without names is about: the role or topics of the last turn."""
    before = last.understanding
    if ordinal and len(before.roles) > 1:
        place = ordinal - 1 if ordinal > 0 else -1
        return Asked(roles=before.roles[place : place + 1 or None])
    if before.intent in ("role", "next", "plan") and not ordinal:
        if before.roles and intent in ("plan", "time"):
            return Asked(roles=before.roles)
        if before.topics and kind in ("other_format", "cheaper"):
            return Asked(topics=before.topics)  # "not video please" after "how do I learn Docker?"
    topics, resources = pointed_at(last, ordinal)
    return Asked(topics=topics, resources=resources)
