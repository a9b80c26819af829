"""Define what the words around a name can say of it, and find such words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from assistant.understanding.phrases import Match, PhraseTable
from assistant.understanding.text import Token, stretches

State = Literal[
    "none",
    "known",
    "strong",
    "partial",
    "unknown",
    "goal",
    "ask",
    "dislike",
    "job",
    "background",
    "done",
    "skip",
    "after",
    "same",
]
Place = Literal["before", "opening", "next", "after"]

CLAIMED = frozenset({"known", "strong", "done", "background"})
STATED = CLAIMED | {"partial"}
# "I" in front of these would be another cue: "I physics degree" is nothing that one says.
_IMPERSONAL = frozenset({"job", "background"})


@dataclass(frozen=True)
class Cue:
    """What a phrase says, and where its names stand.

    A cue stands `before` its names, right before them (`next`; `opening`: with nothing else around)
    or `after` them.
    """

    state: State
    place: Place


def build_cues(lists: Mapping[str, Any]) -> PhraseTable[Cue]:
    """Return the table of all cues of all languages, as `cues.yaml` lists them."""
    table: PhraseTable[Cue] = PhraseTable()
    for phrase, cue in _entries(lists):
        table.add(phrase, cue)
        if cue.place == "before" and cue.state not in _IMPERSONAL and not phrase.startswith("i "):
            table.add(f"i {phrase}", cue)
    return table


def find_cues(
    tokens: Sequence[Token], free: Sequence[bool], cues: PhraseTable[Cue]
) -> list[Match[Cue]]:
    """Return the cues among the `free` words; none spans a comma or the end of a sentence."""
    spoken = [token.word for token in tokens]
    return [
        replace(match, start=match.start + first, end=match.end + first)
        for first, last in stretches(tokens)
        for match in cues.scan(spoken[first:last], free[first:last])
    ]


def _entries(lists: Mapping[str, Any]) -> Iterator[tuple[str, Cue]]:
    places: tuple[Place, ...] = ("before", "opening", "next", "after")
    for place in places:
        for state, groups in lists[place].items():
            for group in groups:
                yield from ((phrase, Cue(state, place)) for phrase in group)
