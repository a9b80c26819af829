"""Keep what is believed of the person: skills, goals, time, preferences and progress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.answer import Intent
from assistant.conversation import Conversation, Turn
from assistant.profile import Profile, Progress
from assistant.understanding import goals, preferences, skills
from assistant.understanding.asked import Asked
from assistant.understanding.dates import Dates, read_dates
from assistant.understanding.followups import pointed_at
from assistant.understanding.implications import Implications
from assistant.understanding.message import Message
from assistant.understanding.preferences import PreferenceReader
from assistant.understanding.reading import Said
from assistant.understanding.result import FollowUp
from assistant.understanding.skills import Statements
from assistant.understanding.time import bare_hours, hours_per_week
from knowledge import KnowledgeBase

_PACES = (
    ("twice as long", 2.0),
    ("double the time", 2.0),
    ("three times as long", 3.0),
    ("half the time", 0.5),
    ("twice as fast", 0.5),
    ("half as long", 0.5),
    ("50% longer", 1.5),
)


_BRIEF = 8  # words of a message in which "ten hours" can only be the hours a week given before
_LISTED_SHARE = 0.4  # of the words of a sentence that is a list of names

# Intents in which "to become an analyst" names the person's goal even inside the question.
_STRIVING = frozenset({"next", "plan", "progress", "small_talk"})


@dataclass(frozen=True)
class Person:
    """What the message says of the person, and the profile and progress it leads to."""

    before: Conversation
    profile: Profile
    progress: Progress
    statements: Statements
    goals: tuple[str, ...]
    dates: Dates
    hours: float | None
    wishes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def has_time(self) -> bool:
        """Tell whether the message states hours or dates."""
        return self.hours is not None or self.dates != Dates()

    @property
    def has_only_time(self) -> bool:
        """Tell whether hours or dates are all that the message states."""
        return self.has_time and not self.statements and not self.goals

    @property
    def only_states(self) -> bool:
        """Tell whether the message states skills, hours or dates and no new goal."""
        return bool(self.statements or self.has_time) and not self.goals

    @property
    def wishes_for_a_kind(self) -> bool:
        """Tell whether the message says which kind of resource it should be."""
        return bool({"formats", "types", "max_hours"} & set(self.wishes))

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the names of the profile and progress fields that differ from before."""
        pairs = ((self.before.profile, self.profile), (self.before.progress, self.progress))
        return tuple(
            name
            for old, new in pairs
            for name in type(new).model_fields
            if getattr(old, name) != getattr(new, name)
        )


class PersonReader:
    """Reads what messages say of the person."""

    def __init__(
        self, base: KnowledgeBase, implications: Implications, wishes: PreferenceReader
    ) -> None:
        self._base = base
        self._implications = implications
        self._wishes = wishes

    def read(
        self, message: Message, before: Conversation, today: dt.date, *, is_correction: bool
    ) -> Person:
        """Return what the message states; `conclude` makes the profile of it."""
        hours = hours_per_week(message.text)
        has_hours = before.profile.hours_per_week is not None
        if hours is None and (is_correction or (has_hours and len(message.tokens) <= _BRIEF)):
            hours = _corrected_hours(message.text, before.profile)
        return Person(
            before=before,
            profile=before.profile,
            progress=before.progress,
            statements=skills.collect(message.said, message.tokens, self._implications),
            goals=goals.wanted(message),
            dates=read_dates(message.text, today),
            hours=hours,
            wishes=self._wishes.read(message.tokens, message.text, message.free),
        )

    def conclude(
        self,
        person: Person,
        message: Message,
        intent: Intent,
        asked: Asked,
        follow_up: FollowUp | None,
        last: Turn | None,
        today: dt.date,
    ) -> Person:
        """Return the person with the profile and progress after the message."""
        statements = self._with_listed(person, message, intent)
        wanted = (
            person.goals
            if intent in _STRIVING
            else goals.firmly_wanted(message, by_becoming=intent == "time")
        )
        if intent == "plan" and not wanted and not person.before.profile.goal:
            wanted = (*asked.topics, *asked.roles)
        if (
            follow_up == "correction"
            and person.before.profile.goal
            and not (wanted or person.statements)
        ):
            # "Sorry, I meant data analyst" names another goal.
            wanted = goals.named(message) if intent in ("plan", "next", "time") else ()
        progress, done = self._progress(person, message, asked, follow_up, last, today)
        for topic in done:
            statements.levels[topic] = "known"
        profile = skills.apply(person.profile, statements, self._base)
        disliked = [s.mention.topic for s in message.spoken("dislike") if s.mention.topic]
        profile = goals.apply(profile, wanted, message.tokens, disliked)
        profile = _apply_time(profile, person) if intent != "off_topic" else profile
        asks_for_resources = intent in ("resources", "certification") and follow_up is None
        wishes = preferences.apply(
            profile.preferences, person.wishes, replace_request=asks_for_resources
        )
        profile = profile.model_copy(update={"preferences": wishes})
        return replace(person, profile=profile, progress=progress)

    def _with_listed(self, person: Person, message: Message, intent: Intent) -> Statements:
        """Count names without a cue before the question as known: "numpy, pandas. What next?".

        In a plan they are known only where the goal is said apart ("Python, SQL. I want NLP").
        """
        if intent != "next" and not (intent == "plan" and person.goals):
            return person.statements
        past = [replace(said, state="known") for said in message.spoken("after")]
        marks = message.asking_places()
        bare = [
            said
            for said in message.said
            if said.state == "none" and self._is_listed(said, message, marks)
        ]
        known = [*past, *(replace(said, state="known") for said in bare)]
        listed = skills.collect(known, message.tokens, self._implications)
        return skills.merge(listed, person.statements)

    @staticmethod
    def _is_listed(said: Said, message: Message, marks: Sequence[bool]) -> bool:
        """Tell whether a name stands in a list of names, before the question."""
        sentence = next(s for s in message.sentences if s.start <= said.mention.start < s.end)
        named = sum(not free for free in message.free[sentence.start : sentence.end])
        is_list = named >= _LISTED_SHARE * (sentence.end - sentence.start)
        is_apart = not message.asks or not marks[said.mention.start]
        return is_list and (is_apart or said.mention.end < len(message.tokens))

    def _progress(
        self,
        person: Person,
        message: Message,
        asked: Asked,
        follow_up: FollowUp | None,
        last: Turn | None,
        today: dt.date,
    ) -> tuple[Progress, tuple[str, ...]]:
        progress = person.progress
        update: dict[str, Any] = {}
        done: Sequence[str] = ()
        if follow_up == "finished" and last:
            done = asked.topics or pointed_at(last, None)[0]
        elif last:
            named = (said.mention.first("topic") for said in message.spoken("done"))
            done = [name.id for name in named if name]
        if done:
            update["done"] = {**progress.done, **dict.fromkeys(done, today)}
        skipped = [s.mention.topic for s in message.spoken("skip") if s.mention.topic]
        if follow_up == "skipped":
            skipped = [*skipped, *asked.topics]
        if skipped and not message.asks:
            update["skipped"] = tuple(dict.fromkeys((*progress.skipped, *skipped)))
        pace = next((pace for words, pace in _PACES if words in message.text.casefold()), None)
        if pace:
            update["pace"] = pace
        return progress.model_copy(update=update), tuple(done)


def _corrected_hours(text: str, profile: Profile) -> float | None:
    """Read "make that 3 hours": hours a week, unless the words say a day."""
    found = bare_hours(text)
    if found is None:
        return None
    hours, is_daily = found
    total = hours * 7 if is_daily else hours
    return total if 0 < total <= 112 else profile.hours_per_week


def _apply_time(profile: Profile, person: Person) -> Profile:
    update: dict[str, Any] = {}
    if person.hours is not None:
        update["hours_per_week"] = person.hours
    if person.dates.start:
        update["start"] = person.dates.start
    if person.dates.deadline and person.dates.deadline > (person.dates.start or profile.start):
        update["deadline"] = person.dates.deadline
    if person.dates.pauses:
        update["pauses"] = tuple(dict.fromkeys((*profile.pauses, *person.dates.pauses)))
    return profile.model_copy(update=update)
