"""Decide what the person says about each name: known, a little known, unknown, wanted, asked about.

The words around the names ("a bit of", "never touched", "want to become") are cues of `cues.yaml`.
One pass from left to right keeps the state that the last cue set; a sentence's end clears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.understanding.cues import CLAIMED, STATED, Cue, Place, State, find_cues
from assistant.understanding.data import english_words, word_set
from assistant.understanding.gazetteer import Mention, Name
from assistant.understanding.phrases import Match, PhraseTable
from assistant.understanding.text import Token

# Inside a list of known names these hold for one item: "Python, a bit of SQL, pandas".
_ITEM_STATES = frozenset({"partial", "dislike"})
# States that a claim right behind them cannot undo: "never" + "used", "want to" + "understand".
_HOLDING = frozenset({"unknown", "goal", "ask", "partial", "dislike"})
_REACH = 2  # words that may stand between a `next` cue and its name: "use my old Python"
_BESIDE = 3  # words from a cue to a name that it plainly belongs to
_LIST_REACH = 1  # words between two everyday words of one list: "loops and functions"


@dataclass(frozen=True)
class Said:
    """A mention and what is said of it; `cue_at` is the first word of the deciding cue, or None."""

    mention: Mention
    state: State
    cue_at: int | None = None


def read(
    tokens: Sequence[Token], mentions: Iterable[Mention], cues: PhraseTable[Cue]
) -> list[Said]:
    """Return every mention with its state, in the order of the message."""
    at = {mention.start: mention for mention in mentions}
    free = [True] * len(tokens)
    for mention in at.values():
        if not mention.names[0].weak:
            free[mention.start : mention.end] = [False] * (mention.end - mention.start)
    matches = {match.start: match for match in find_cues(tokens, free, cues)}
    covered = {place for match in matches.values() for place in range(match.start, match.end)}
    at = {start: mention for start, mention in at.items() if start not in covered}
    reader = _Reader(tokens, {start: mention.end for start, mention in at.items()})
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
            reader.pass_by(position)
            position += 1
    return reader.said


def _following(at: Mapping[int, Mention], position: int) -> int | None:
    return next((p for p in range(position, position + _REACH + 1) if p in at), None)


def _cue_at_place(match: Match[Cue], place: Place) -> Cue | None:
    return next((cue for cue in match.values if cue.place == place), None)


class _Reader:
    """The state of one pass; see the module's first lines."""

    def __init__(self, tokens: Sequence[Token], ends: Mapping[int, int]) -> None:
        self._ends = ends  # of the mentions, by their first word
        self.said: list[Said] = []
        self._tokens = tokens
        self._state: State = "none"
        self._cue_at: int | None = None
        self._cue_end = -1
        # What holds again when a cue that covers one item of a list ends.
        self._outer: tuple[State, int | None] | None = None
        self._item_open = False
        self._in_bracket = False  # inside brackets behind a job
        self._asks_from: int | None = None  # where a question began in this comma-free stretch
        self._sentence = 0  # index into `said` where this sentence begins
        self._segment = 0  # index into `said` where this comma-free stretch begins

    def arrive(self, position: int) -> None:
        """Take note of the gap before the word at `position`, and of a word such as "but"."""
        token = self._tokens[position]
        if token.gap == ".":
            self._state, self._cue_at, self._outer = "none", None, None
            self._sentence = self._segment = len(self.said)
        elif token.gap:
            self._segment = len(self.said)
            if self._has_met_since_cue():
                self._close_item()
        self._open_bracket(token.gap)
        if self._outer and self._item_open and not self._continues_list(position):
            self._close_item()
        narrows = token.word in word_set("restricting") and self._state == "unknown"
        if token.word in word_set("turning") or (token.gap and narrows):
            self._turn()
        elif token.gap or position == 0:
            self._open_question(position, is_sentence=token.gap in ("", "."))

    def _open_bracket(self, gap: str) -> None:
        """Count what stands in brackets behind a job as known: "a backend dev (Go, Postgres)"."""
        last = self.said[-1] if self.said else None
        is_job = last is not None and last.state in ("job", "none") and last.mention.first("job")
        if gap == "(" and is_job:
            self._state, self._in_bracket = "known", True
        elif self._in_bracket and gap in (")", "."):
            self._state, self._in_bracket = "none", False

    def meet(self, mention: Mention) -> None:
        """Record a mention in the present state."""
        if mention.names[0].weak and not self._is_near_cue(mention):
            return
        state = self._state
        if state == "job" and mention.first("job", "role", "skill") is None:
            state = "none"
        if self._comes_from(mention):
            state = "job" if mention.first("job", "role") else "known"
        elif state in ("none", "job", "known") and mention.first("role"):
            before = self._tokens[max(0, mention.start - 2) : mention.start]
            if any(token.word in word_set("towards") for token in before):
                state = "goal"
        self.said.append(Said(mention, state, self._cue_at))

    def pass_by(self, position: int) -> None:
        """Take a strange capitalised word right after a claim for a skill: "I know Zig"."""
        token = self._tokens[position]
        last = self.said[-1].mention.end if self.said else 0
        beside = position - max(last, self._cue_end) <= _LIST_REACH
        if self._state not in STATED or not beside or not token.typed[0].isupper():
            return
        is_german = any(token.word in word_set("german") for token in self._tokens)
        if token.word not in english_words() and not is_german:
            name = Name("skill", "", token.typed)
            self.said.append(Said(Mention(position, position + 1, (name,)), self._state, None))

    def apply(self, match: Match[Cue], next_mention: int | None) -> None:
        """Let a cue change the state, or the state of the mentions before it."""
        before, after = _cue_at_place(match, "before"), _cue_at_place(match, "after")
        near = _cue_at_place(match, "next") or self._opening_cue(match, next_mention)
        joined = next_mention is not None and not any(
            self._tokens[place].gap for place in range(match.end, next_mention + 1)
        )
        if self._is_only_asked(match):
            self._state = "ask"
        elif before and not after and self._is_held(before, match):
            self._cue_end = match.end
        elif after and self._means_those_before(joined=joined, alone=not (before or near)):
            self._reach_back(after, match.start)
        elif near and joined and self._is_held(near, match):
            self._cue_end = match.end  # "want to write clean code" is no claim to write it
        elif near and joined:
            self._open_item(near.state, match)
        elif before:
            self._enter(before.state, match)
        elif after and joined and self._tokens[match.start].word in word_set("own"):
            self._enter(after.state, match)

    def _comes_from(self, mention: Mention) -> bool:
        """Tell whether the name is where a way begins: "from nurse to data analyst"."""
        if mention.start == 0 or self._tokens[mention.start - 1].word != "from":
            return False
        following = self._tokens[mention.end : mention.end + 2]
        return any(token.word in word_set("towards") for token in following)

    def _opening_cue(self, match: Match[Cue], next_mention: int | None) -> Cue | None:
        """Return a cue such as "good" where its name is all that follows: "good SQL, …"."""
        cue = _cue_at_place(match, "opening")
        if cue is None or next_mention != match.end:
            return None
        begins = match.start == 0 or self._tokens[match.start].gap
        rest = self._tokens[self._ends[next_mention] :]
        is_all = not rest or rest[0].gap or rest[0].word in word_set("joining")
        return cue if begins and is_all else None

    def _open_question(self, position: int, *, is_sentence: bool) -> None:
        word = self._tokens[position].word
        opens = word in word_set("opening")
        if is_sentence and (opens or word in word_set("opening_verbs")):
            self._asks_from, self._state, self._cue_end = position, "ask", -1
        else:
            self._asks_from = position if opens else None

    def _is_only_asked(self, match: Match[Cue]) -> bool:
        """Tell whether a claim is part of a question: "what must I know for …" states nothing."""
        if not {cue.state for cue in match.values} <= STATED:
            return False
        if match.start == self._asks_from:
            second = match.start + 1
            return self._word(second) in word_set("pronouns")
        if self._asks_from is None or self._state != "ask":
            return False
        first = self._tokens[match.start].word
        before = self._tokens[match.start - 1].word
        return first not in word_set("own") or (first == "i" and before in word_set("asking_verbs"))

    def _word(self, place: int) -> str:
        return self._tokens[place].word if place < len(self._tokens) else ""

    def _is_held(self, cue: Cue, match: Match[Cue]) -> bool:
        is_adjacent = match.start == self._cue_end
        return is_adjacent and cue.state in CLAIMED and self._state in _HOLDING

    def _means_those_before(self, *, joined: bool, alone: bool) -> bool:
        """Tell whether a cue such as "I know" or "a bit" speaks of the names before it."""
        in_segment = len(self.said) > self._segment
        is_open = any(said.state == "none" for said in self.said[self._sentence :])
        if not in_segment and not is_open:
            return False
        return not joined or (alone and in_segment)

    def _turn(self) -> None:
        """Read "but": what follows a denial is claimed, what follows a claim is open."""
        if self._state in (*STATED, "unknown", "dislike"):
            self._state = "known" if self._state == "unknown" else "none"
            self._outer = None
        self._segment = len(self.said)

    def _enter(self, state: State, match: Match[Cue]) -> None:
        stated_before = any(s.state in STATED for s in self.said[self._sentence :])
        if state in _ITEM_STATES and self._state in STATED and stated_before:
            self._outer = self._outer or (self._state, self._cue_at)
        else:
            self._outer = None
        self._item_open = False
        self._state, self._cue_at, self._cue_end = state, match.start, match.end

    def _open_item(self, state: State, match: Match[Cue]) -> None:
        if not self._outer:
            # What is wanted or asked ends with the item: "get into AI, no Python yet, ok at maths".
            held = self._state if self._state in STATED else "none"
            self._outer = (held, self._cue_at)
        self._item_open = True
        self._state, self._cue_at, self._cue_end = state, match.start, match.end

    def _close_item(self) -> None:
        if self._outer:
            self._state, self._cue_at = self._outer
            self._outer = None
            self._item_open = False

    def _has_met_since_cue(self) -> bool:
        if self._cue_at is None:
            return True
        return bool(self.said) and self.said[-1].mention.start > self._cue_at

    def _continues_list(self, position: int) -> bool:
        """Tell whether the word continues a list that a `next` cue opened."""
        if not self._has_met_since_cue():
            return True
        around = self._tokens[position - 1 : position + 1]
        return any(token.word in word_set("joining") for token in around)

    def _reach_back(self, cue: Cue, cue_at: int) -> None:
        for index in range(len(self.said) - 1, self._sentence - 1, -1):
            said = self.said[index]
            if index < self._segment and said.state != "none":
                break
            if said.state == "after":
                continue  # "was soll ich nach Python lernen?" does not want Python
            if cue.state == "same" and said.state != "none":
                break
            if cue.state == "known" and self._stays(said, cue_at):
                continue
            if cue.state == "job" and said.mention.first("job", "role") is None:
                continue
            state = cue.state
            if state == "same":
                state = self.said[index - 1].state if index else said.state
            self.said[index] = replace(said, state=state, cue_at=cue_at)

    def _stays(self, said: Said, cue_at: int) -> bool:
        """Tell whether a claim leaves "some SQL at work" and "neither R nor SQL do I know"."""
        if said.state == "partial" and said.cue_at is not None:
            return said.mention.start - said.cue_at <= _BESIDE
        return said.state == "unknown" and self._word(cue_at - 1) == "do"

    def _is_near_cue(self, mention: Mention) -> bool:
        """Tell whether an everyday word is a name here: right after a cue ("explain loops")."""
        if self._cue_at is None or self._state in ("none", "job"):
            return False
        if mention.names[0].event and self._state in STATED:
            return False
        if self._has_met_since_cue():
            last = self.said[-1].mention
            return last.names[0].weak and mention.start - last.end <= _LIST_REACH
        takes_names = self._tokens[self._cue_end - 1].word not in word_set("verbal")
        return takes_names and mention.start - self._cue_end <= _LIST_REACH
