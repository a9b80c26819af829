"""Find what resources should be like: cost, format, type, length, certificate, provider."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.profile import Preferences
from assistant.understanding.numbers import normalise
from assistant.understanding.phrases import PhraseTable
from assistant.understanding.text import Token

SHORT_HOURS = 10.0
_PAST_REACH = 4  # words between "finished" and the course that is behind the person
_REACH = 3  # words between a negation and what it denies: "not another boring video"
# "Under 5 hours", but not "under 5 hours a week", which is time to study.
_LIMIT = re.compile(
    r"(?:under|less than|at most|max(?:imum)?|up to|no more than|shorter than|below|fewer than"
    r"|within|(?:nothing|not|no) longer than|menos de|unter|moins de|höchstens)"
    r"\s*(\d+(?:\.\d+)?)[\s-]*h\b(?!\s*(?:a|per|/|each|every|am|al|por|pro|par|1)\s*(?:day|week))"
)


@dataclass(frozen=True)
class Wish:
    """A phrase's effect: the field of the preferences and the value it asks for."""

    field: str
    value: Any


class PreferenceReader:
    """Reads preferences with the phrases of `preferences.yaml`."""

    def __init__(self, lists: Mapping[str, Any], providers: Sequence[str]) -> None:
        self._table: PhraseTable[Wish] = PhraseTable()
        for field in ("cost", "formats", "types", "certificate", "language"):
            for group in lists[field]:
                value = group["value"] if field == "language" else tuple(group["value"])
                for phrase in group["phrases"]:
                    self._table.add(phrase, Wish(field, value))
        for phrase in lists["short"]["phrases"]:
            self._table.add(phrase, Wish("max_hours", SHORT_HOURS))
        for provider in (*lists["providers"], *providers):
            self._table.add(provider, Wish("provider", provider))
        self._past: PhraseTable[bool] = PhraseTable((p, True) for p in lists["past"])
        self._negations: PhraseTable[bool] = PhraseTable((p, True) for p in lists["negations"])
        self.vocabulary = frozenset(word for key in self._table.keys for word in key)

    def read(self, tokens: Sequence[Token], text: str, free: Sequence[bool]) -> dict[str, Any]:
        """Return the fields of `Preferences` that are set; `free` marks words not in names."""
        spoken = [token.word for token in tokens]
        matches = self._table.scan(spoken)
        covered = {place for match in matches for place in range(match.start, match.end)}
        denied = self._denied(tokens, spoken, covered)
        past = self._past.scan(spoken)
        found: dict[str, Any] = {}
        for match in matches:
            inside = not any(free[match.start : match.end]) or any(
                verb.start <= match.start <= verb.end + _PAST_REACH
                and not any(token.gap == "." for token in tokens[verb.end : match.start])
                for verb in past
            )
            for wish in match.values:
                self._grant(found, wish, is_denied=denied[match.start], inside_name=inside)
        limit = _LIMIT.search(normalise(text))
        if limit:
            found["max_hours"] = float(limit[1])
        return _settle(found)

    def _denied(
        self, tokens: Sequence[Token], spoken: Sequence[str], covered: Collection[int]
    ) -> list[bool]:
        """Mark the words that a negation denies; the "no" of "no cost" denies nothing."""
        denied = [False] * len(tokens)
        for match in self._negations.scan(spoken):
            if match.start in covered:
                continue
            for place in range(match.end, min(match.end + _REACH + 1, len(tokens))):
                if tokens[place].gap == "." or (place > match.end and tokens[place].gap):
                    break
                denied[place] = True
        return denied

    def _grant(
        self, found: dict[str, Any], wish: Wish, *, is_denied: bool, inside_name: bool
    ) -> None:
        if wish.field == "provider":
            if is_denied:
                _append(found, "avoid_providers", (wish.value,))
            return
        if inside_name:
            return
        if is_denied and wish.field == "formats":
            _append(found, "avoid_formats", wish.value)
        elif is_denied and wish.field != "cost":
            return
        elif wish.field in ("formats", "types"):
            _append(found, wish.field, wish.value)
        elif not (is_denied and wish.value == ("free",)):
            found[wish.field] = wish.value


def apply(present: Preferences, found: Mapping[str, Any], *, replace_request: bool) -> Preferences:
    """Return the preferences after a message; the latest wish wins.

    With `replace_request` the message is a new question about resources, and what the question
    before asked for (a type, a length, a certificate) no longer holds.
    """
    update = dict(found)
    if replace_request:
        update = {"types": (), "max_hours": None, "certificate": (), **update}
    formats = update.get("formats")
    avoided = update.get("avoid_formats")
    if formats and not avoided:
        update["avoid_formats"] = tuple(f for f in present.avoid_formats if f not in formats)
    if avoided and not formats:
        update["formats"] = tuple(f for f in present.formats if f not in avoided)
    if "avoid_providers" in update:
        both = (*present.avoid_providers, *update["avoid_providers"])
        update["avoid_providers"] = tuple(dict.fromkeys(both))
    return present.model_copy(update=update)


def _append(found: dict[str, Any], field: str, values: Sequence[str]) -> None:
    found[field] = tuple(dict.fromkeys((*found.get(field, ()), *values)))


def _settle(found: dict[str, Any]) -> dict[str, Any]:
    """Drop what contradicts itself: a format both wanted and avoided in one message is avoided."""
    avoided = found.get("avoid_formats", ())
    if "formats" in found:
        found["formats"] = tuple(f for f in found["formats"] if f not in avoided)
        if not found["formats"]:
            del found["formats"]
    return found
