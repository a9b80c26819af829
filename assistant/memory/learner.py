"""Keep what is believed of a person true while messages and the knowledge base change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from assistant.memory.identifiers import CurrentIds
from assistant.profile import Frozen, Profile, Progress

_Record = TypeVar("_Record", bound=Frozen)
_KNOWLEDGE = ("known", "partly_known", "assumed_known", "unknown")


@dataclass(frozen=True)
class Learner:
    """A person's profile and progress in today's topic ids.

    `removed` holds the ids that the knowledge base no longer has, by the field they stand in; they
    are kept, so that they count again should the topic return.
    """

    profile: Profile
    progress: Progress
    removed: Mapping[str, tuple[str, ...]]


def current_learner(
    profile: Profile, progress: Progress, ids: CurrentIds, today: dt.date
) -> Learner:
    """Return a stored profile and progress, already in current ids, as they are to be used today.

    Removed topics are set aside. A start that has passed becomes today: plans begin no earlier.
    """
    lists = {name: getattr(profile, name) for name in (*_KNOWLEDGE, "goal")}
    removed = {name: ids.gone(values) for name, values in lists.items()}
    removed |= {"done": ids.gone(progress.done), "skipped": ids.gone(progress.skipped)}
    fields: dict[str, Any] = {name: ids.held(values) for name, values in lists.items()}
    done = {name: day for name, day in progress.done.items() if ids.has(name)}
    return Learner(
        profile.model_copy(update={**fields, "start": max(profile.start, today)}),
        progress.model_copy(update={"done": done, "skipped": ids.held(progress.skipped)}),
        {name: values for name, values in removed.items() if values},
    )


def renamed_profile(profile: Profile, ids: CurrentIds) -> Profile:
    """Return the profile with the ids of today; ids that are gone stay."""
    lists = {name: ids.all_now(getattr(profile, name)) for name in (*_KNOWLEDGE, "goal")}
    return profile.model_copy(update=lists)


def renamed_progress(progress: Progress, ids: CurrentIds) -> Progress:
    """Return the progress with the ids of today; ids that are gone stay."""
    done = {ids.now(name): day for name, day in progress.done.items()}
    return progress.model_copy(update={"done": done, "skipped": ids.all_now(progress.skipped)})


def merged_profile(stored: Profile, before: Profile, after: Profile) -> Profile:
    """Return the stored profile with what one message changed from `before` to `after`.

    Two messages at the same time both count: only what a message changed is written. A topic stays
    in one of the four lists of knowledge, the one where the message put it.
    """
    merged = _merged(stored, before, after)
    placed = {topic: name for name in reversed(_KNOWLEDGE) for topic in getattr(merged, name)}
    placed |= {
        topic: name
        for name in _KNOWLEDGE
        for topic in getattr(after, name)
        if topic not in getattr(before, name)
    }
    lists = {
        name: tuple(topic for topic in getattr(merged, name) if placed[topic] == name)
        for name in _KNOWLEDGE
    }
    return merged.model_copy(update=lists)


def merged_progress(stored: Progress, before: Progress, after: Progress) -> Progress:
    """Return the stored progress with what one message changed from `before` to `after`."""
    return _merged(stored, before, after)


def _merged(stored: _Record, before: _Record, after: _Record) -> _Record:
    changes: dict[str, Any] = {}
    for name in type(stored).model_fields:
        old, new, kept = getattr(before, name), getattr(after, name), getattr(stored, name)
        if old == new:
            continue
        if isinstance(new, tuple) and name != "pauses":
            gone = set(old) - set(new)
            rest = [value for value in kept if value not in gone and value not in new]
            # The message's order counts: goals are in the person's order.
            changes[name] = (*new, *rest) if name == "goal" else (*rest, *new)
        elif isinstance(new, dict):
            gone = set(old) - set(new)
            changes[name] = {key: day for key, day in kept.items() if key not in gone} | new
        else:
            changes[name] = new
    return stored.model_copy(update=changes)
