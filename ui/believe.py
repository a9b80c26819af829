"""Change what is believed of a person as they edit it themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pydantic import ValidationError

from assistant import KnowledgeBase, Preferences, Profile, Progress, UsageError

KNOWLEDGE = ("known", "partly_known", "assumed_known", "unknown")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "cost": ("free", "free-audit", "freemium", "paid"),
    "formats": ("text", "video", "interactive"),
    "avoid_formats": ("text", "video", "interactive"),
    "certificate": ("free", "paid", "none"),
}
"""The preferences that are sets of given words."""


def place(profile: Profile, topic: str, where: str | None) -> Profile:
    """Return the profile with a topic in one of the lists of knowledge, or in none."""
    lists = {
        name: tuple(entry for entry in getattr(profile, name) if entry != topic)
        for name in KNOWLEDGE
    }
    if where is not None:
        lists[where] = (*lists[where], topic)
    return profile.model_copy(update=lists)


def finish(progress: Progress, topic: str, day: dt.date | None) -> Progress:
    """Return the progress with a topic done on a day, or no longer done (None)."""
    done = {name: date for name, date in progress.done.items() if name != topic}
    if day is not None:
        done[topic] = day
    skipped = tuple(name for name in progress.skipped if name != topic)
    return progress.model_copy(update={"done": done, "skipped": skipped})


def skip(progress: Progress, topic: str, skipped: bool) -> Progress:
    """Return the progress with a topic left out by the person, or taken back in."""
    others = tuple(name for name in progress.skipped if name != topic)
    return progress.model_copy(update={"skipped": (*others, topic) if skipped else others})


def took(
    base: KnowledgeBase, progress: Progress, topic: str, hours: str, today: dt.date
) -> Progress:
    """Return the progress with a topic done that took so many hours.

    The pace moves half way to what this topic says: one slow topic does not condemn all the others.
    """
    try:
        spent = float(hours.replace(",", "."))
        ratio = spent / base.topics[topic].hours.midpoint
        pace = round(min(10.0, max(0.1, (progress.pace + ratio) / 2)), 2)
        if not 0 < spent < 10_000:
            raise ValueError(hours)
    except (ValueError, KeyError) as error:
        raise UsageError(f"“{hours[:40]}” is not a number of hours.") from error
    return finish(progress, topic, today).model_copy(update={"pace": pace})


def aim(profile: Profile, goal: str, wanted: bool) -> Profile:
    """Return the profile with a role or topic as the last goal, or without it."""
    others = tuple(name for name in profile.goal if name != goal)
    return profile.model_copy(update={"goal": (*others, goal) if wanted else others})


def set_field(profile: Profile, field: str, value: str) -> Profile:
    """Return the profile with hours a week, start or deadline as typed; empty takes it back.

    Raises UsageError where the value makes no sense.
    """
    text = value.strip()
    try:
        match field:
            case "hours_per_week":
                parsed: object = float(text.replace(",", ".")) if text else None
            case "start" | "deadline":
                parsed = dt.date.fromisoformat(text) if text else None
            case _:
                raise UsageError(f"There is no field “{field}”.")
        if field == "start" and parsed is None:
            return profile
        fields = {name: getattr(profile, name) for name in type(profile).model_fields}
        changed = Profile.model_validate({**fields, field: parsed})
    except (ValueError, ValidationError) as error:
        raise UsageError(f"“{text[:40]}” is not possible here; {_hint(field)}.") from error
    if changed.deadline is not None and changed.deadline <= changed.start:
        raise UsageError("The deadline must come after the start; choose a later day.")
    return changed


def prefer(profile: Profile, field: str, value: str, wanted: bool) -> Profile:
    """Return the profile with one word of a preference set or taken back."""
    if value not in CHOICES.get(field, ()):
        raise UsageError(f"“{value}” is no choice for {field}.")
    others = tuple(word for word in getattr(profile.preferences, field) if word != value)
    update: dict[str, object] = {field: (*others, value) if wanted else others}
    fields = {name: getattr(profile.preferences, name) for name in Preferences.model_fields}
    return profile.model_copy(
        update={"preferences": Preferences.model_validate({**fields, **update})}
    )


def find_topic(base: KnowledgeBase, name: str) -> str:
    """Return the id of the topic of that id, title or alias; raises UsageError."""
    wanted = name.strip().casefold()
    for topic in base.topics.values():
        if wanted in (topic.id, topic.title.casefold(), *(a.casefold() for a in topic.aliases)):
            return topic.id
    raise UsageError(f"There is no topic “{name.strip()[:60]}”; choose one from the list.")


def find_goal(base: KnowledgeBase, name: str) -> str:
    """Return the id of the role or topic of that id, title or alias; raises UsageError."""
    wanted = name.strip().casefold()
    for role in base.roles.values():
        if wanted in (role.id, role.title.casefold(), *(a.casefold() for a in role.aliases)):
            return role.id
    return find_topic(base, name)


def _hint(field: str) -> str:
    return "give hours between 1 and 168" if field == "hours_per_week" else "give a day"
