"""Decide what the person says about each name: known, a little known, unknown, wanted or asked about.

The words around the names ("a bit of", "never touched", "want to become") are cues from `cues.yaml`.
One pass from left to right keeps the state that the last cue set; a sentence's end clears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from assistant.understanding.gazetteer import Mention
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
Place = Literal["before", "next", "after"]
_JOINING = frozenset("and or und y e et o ou oder aur plus also the my und n nor ni with".split())
_UNOWNED = frozenset({"job", "background"})
_ITEM_STATES = frozenset({"partial", "dislike"})
_STATED = frozenset({"known", "strong", "partial", "done", "background"})
_CLAIMED = frozenset({"known", "strong", "done", "background"})
# States that a claim right behind them cannot undo: "never" + "used", "want to" + "understand".
_HOLDING = frozenset({"unknown", "goal", "ask", "partial", "dislike"})
_PRONOUNS = frozenset("i ich yo you eu je one we main".split())
_TURNING = frozenset("but however though although aber pero mas mais lekin jedoch yet".split())
_OPENING = frozenset("how what which why where when who kya was warum wie que por".split())
_QUESTION_WORDS = _OPENING | frozenset(
    "will would could can do does is are should am kann soll muss brauche puedo debo posso devo puis dois".split()
)
_ASKING_VERBS = frozenset("should must do did can could would will shall may have".split())
# Words before a verb that make it a statement about oneself even inside a question ("if I know …").
_OWN = frozenset("i ive im if when given after since already with have assuming yo ya ich je eu".split())
# A cue that ends in one of these asks for a verb: "want to find" does not name the command `find`.
_VERBAL = frozenset("to can do i you should could would will did done have had".split())
_REACH = 2  # words that may stand between a `next` cue and its name: "a bit of my old Python"


@dataclass(frozen=True)
class Cue:
    """What a phrase says, and where its names stand."""

    state: State
    place: Place


@dataclass(frozen=True)
class Said:
    """A mention with what is said about it; `cue_at` is the first word of the deciding cue, or None."""

    mention: Mention
    state: State
    cue_at: int | None = None


def build_cues(lists: Mapping[str, Any]) -> PhraseTable[Cue]:
    """Return the table of all cues of all languages."""
    table: PhraseTable[Cue] = PhraseTable()
    for place in ("before", "next", "after"):
        for state, groups in lists[place].items():
            for phrase in (phrase for group in groups for phrase in group):
                table.add(phrase, Cue(state, place))
                if place == "before" and not phrase.startswith("i ") and state not in _UNOWNED:
                    table.add(f"i {phrase}", Cue(state, place))
    return table


def read(
    tokens: Sequence[Token], mentions: Iterable[Mention], cues: PhraseTable[Cue]
) -> list[Said]:
    """Return every mention with its state, in the order of the message."""
    if not tokens:
        return []
    at = {mention.start: mention for mention in mentions}
    free = [True] * len(tokens)
    for mention in at.values():
        if not mention.names[0].weak:
            free[mention.start : mention.end] = [False] * (mention.end - mention.start)
    matches = {match.start: match for match in _within_sentences(tokens, free, cues)}
    covered = {place for match in matches.values() for place in range(match.start, match.end)}
    at = {start: mention for start, mention in at.items() if start not in covered}
    reader = _Reader(tokens)
    position = 0
    while position < len(tokens):
        reader.arrive(position)
        if position in at:
            reader.meet(at[position])
            position = at[position].end
        elif position in matches:
            reader.apply(matches[position], next_mention=_following(at, matches[position].end))
            position = matches[position].end
        else:
            position += 1
    return reader.said


def _within_sentences(
    tokens: Sequence[Token], free: Sequence[bool], cues: PhraseTable[Cue]
) -> list[Match[Cue]]:
    """Return the cues; none spans a mention, a comma or the end of a sentence."""
    spoken = [token.word for token in tokens]
    return [
        replace(match, start=match.start + first, end=match.end + first)
        for first, last in stretches(tokens)
        for match in cues.scan(spoken[first:last], free[first:last])
    ]


def _following(at: Mapping[int, Mention], position: int) -> int | None:
    return next((p for p in range(position, position + _REACH + 1) if p in at), None)


class _Reader:
    """The state of one pass; see the module's first lines."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.said: list[Said] = []
        self._tokens = tokens
        self._state: State = "none"
        self._cue_at: int | None = None
        self._cue_end = 0
        # What holds again when a cue that covers one item of a list ends.
        self._outer: tuple[State, int | None] | None = None
        self._item_open = False
        self._asks_from: int | None = None  # where a question began in this comma-free stretch
        self._sentence = 0  # index into `said` where this sentence begins
        self._segment = 0  # index into `said` where this comma-free stretch begins

    def arrive(self, position: int) -> None:
        """Take note of the gap before the word at `position`."""
        gap = self._tokens[position].gap
        if gap == ".":
            self._state, self._cue_at, self._outer = "none", None, None
            self._sentence = self._segment = len(self.said)
        elif gap == ",":
            self._segment = len(self.said)
            if self._has_met_since_cue():
                self._close_item()
        if self._outer and self._item_open and not self._is_list(position):
            self._close_item()
        word = self._tokens[position].word
        if word in _TURNING and self._state in (*_STATED, "unknown", "dislike"):
            self._turn()
        elif gap == "." or position == 0:
            self._asks_from = position if word in _QUESTION_WORDS else None
            if self._asks_from is not None:
                self._state = "ask"
        elif gap == ",":
            self._asks_from = position if word in _OPENING else None

    def meet(self, mention: Mention) -> None:
        """Record a mention in the present state."""
        if mention.names[0].weak and not self._is_near_cue(mention):
            return
        state = self._state
        if state == "job" and mention.first("job", "role", "skill") is None:
            state = "none"
        before = {token.word for token in self._tokens[max(0, mention.start - 2) : mention.start]}
        if mention.first("role") and before & {"to", "into", "towards"} and state in ("none", "job", "known"):
            state = "goal"  # "from nurse to data analyst"
        self.said.append(Said(mention, state, self._cue_at))

    def apply(self, match: Match[Cue], next_mention: int | None) -> None:
        """Let a cue change the state, or the state of the mentions before it."""
        before = next((cue for cue in match.values if cue.place == "before"), None)
        after = next((cue for cue in match.values if cue.place == "after"), None)
        near = next((cue for cue in match.values if cue.place == "next"), None)
        joined = next_mention is not None and not any(
            self._tokens[place].gap for place in range(match.end, next_mention + 1)
        )
        if self._is_only_asked(match):
            self._state = "ask"
            return
        if before and before.state in _CLAIMED and self._state in _HOLDING:
            if match.start == self._cue_end and not after:
                self._cue_end = match.end
                return
        in_segment = len(self.said) > self._segment
        if after and (in_segment or self._has_open_mentions()) and not (
            joined and (before or near or not in_segment)
        ):
            self._reach_back(after, match.start)
        elif near and joined:
            self._open_item(near.state, match)
        elif before:
            self._enter(before.state, match)
        elif after and joined and self._tokens[match.start].word in _OWN:
            self._enter(after.state, match)

    def _is_only_asked(self, match: Match[Cue]) -> bool:
        """Tell whether a verb belongs to the question: "what must I understand to …" states nothing."""
        if not {cue.state for cue in match.values} <= _STATED:
            return False
        if match.start == self._asks_from:
            return match.end - match.start > 1 and (
                self._tokens[match.start + 1].word in _PRONOUNS
            )
        if self._asks_from is None or self._state != "ask":
            return False
        first = self._tokens[match.start].word
        return first not in _OWN or (
            first == "i" and self._tokens[match.start - 1].word in _ASKING_VERBS
        )

    def _turn(self) -> None:
        """Read "but": what follows a denial is claimed, what follows a claim is open."""
        self._state = "known" if self._state == "unknown" else "none"
        self._outer = None
        self._segment = len(self.said)

    def _enter(self, state: State, match: Match[Cue]) -> None:
        stated_before = any(s.state in _STATED for s in self.said[self._sentence :])
        if state in _ITEM_STATES and self._state in _STATED and stated_before:
            self._outer = self._outer or (self._state, self._cue_at)
        else:
            self._outer = None
        self._item_open = False
        self._state, self._cue_at, self._cue_end = state, match.start, match.end

    def _open_item(self, state: State, match: Match[Cue]) -> None:
        self._outer = self._outer or (self._state, self._cue_at)
        self._item_open = True
        self._state, self._cue_at, self._cue_end = state, match.start, match.end

    def _close_item(self) -> None:
        if self._outer:
            self._state, self._cue_at = self._outer
            self._outer = None
            self._item_open = False

    def _has_met_since_cue(self) -> bool:
        return self._cue_at is None or bool(
            self.said and self.said[-1].mention.start > self._cue_at
        )

    def _is_list(self, position: int) -> bool:
        """Tell whether the word continues a list that a `next` cue opened."""
        if not self._has_met_since_cue():
            return True
        return self._tokens[position].word in _JOINING or (
            self._tokens[position - 1].word in _JOINING
        )

    def _has_open_mentions(self) -> bool:
        return len(self.said) > self._segment or any(
            said.state == "none" for said in self.said[self._sentence :]
        )

    def _reach_back(self, cue: Cue, cue_at: int) -> None:
        for index in range(len(self.said) - 1, self._sentence - 1, -1):
            said = self.said[index]
            if index < self._segment and said.state != "none":
                break
            if said.state == "partial" and cue.state == "known":
                continue  # "some SQL at work" stays some
            if cue.state == "job" and said.mention.first("job", "role") is None:
                continue
            state = cue.state
            if state == "same":
                state = self.said[index - 1].state if index else said.state
            self.said[index] = replace(said, state=state, cue_at=cue_at)

    def _is_near_cue(self, mention: Mention) -> bool:
        """Tell whether an everyday word stands right after a cue that takes a name ("explain loops")."""
        if self._cue_at is None or self._state in ("none", "job"):
            return False
        if mention.names[0].event and self._state in _STATED:
            return False
        if self.said and self.said[-1].mention.start > self._cue_at:
            listed = mention.start - self.said[-1].mention.end <= 1
            return listed and self.said[-1].mention.names[0].weak
        takes_names = self._tokens[self._cue_end - 1].word not in _VERBAL
        return takes_names and mention.start - self._cue_end <= 1
