"""Score how well messages are understood, on the labelled messages of `evals/messages`."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.answer import Answer, ResourceView
from assistant.conversation import Conversation, Turn
from assistant.understanding import Understander, Understanding
from knowledge import KnowledgeBase

MESSAGES = Path(__file__).parent / "messages"
HELD_BACK = "held-back"
TODAY = dt.date(2026, 11, 22)
_SKILL_FIELDS = ("known", "partly_known", "unknown", "other_skills")
_TIME_FIELDS = ("hours_per_week", "start", "deadline", "pauses")
_DECLINED = frozenset({"off_topic", "unanswerable"})
_HOURS_TOLERANCE = 0.05


@dataclass(frozen=True)
class LabelledMessage:
    """A message with what should be understood of it; what `expected` lacks should be empty.

    `after` describes the turn before it, if there is one.
    """

    id: str
    message: str
    intents: tuple[str, ...]
    expected: Mapping[str, Any]
    after: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Verdict:
    """One message, what was understood, and what of it was wrong."""

    labelled: LabelledMessage
    understood: Understanding
    wrong: tuple[str, ...]


@dataclass
class Scores:
    """Figures over a set of messages; shares are between 0 and 1, F1 is micro-averaged."""

    messages: int
    intent_accuracy: float
    skill_f1: float
    goal_f1: float
    topic_f1: float
    time_accuracy: float
    preference_accuracy: float
    language_accuracy: float
    false_declines: float
    missed_declines: float
    confusion: dict[tuple[str, str], int] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)

    def worst(self, count: int = 20) -> list[Verdict]:
        """Return the verdicts with the most mistakes, ties in the order of the messages."""
        wrong = [verdict for verdict in self.verdicts if verdict.wrong]
        return sorted(wrong, key=lambda verdict: -len(verdict.wrong))[:count]


def load_messages(directory: Path = MESSAGES, *, held_back: bool = False) -> list[LabelledMessage]:
    """Return the labelled messages: those kept back from tuning, or all others."""
    paths = sorted(directory.glob("*.yaml"))
    chosen = [path for path in paths if (path.stem == HELD_BACK) == held_back]
    return [
        _labelled(entry)
        for path in chosen
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def score_understanding(
    understander: Understander, base: KnowledgeBase, messages: Iterable[LabelledMessage]
) -> Scores:
    """Understand every message and return the figures, the confusion table and every verdict."""
    verdicts: list[Verdict] = []
    for labelled in messages:
        conversation = _conversation(understander, base, labelled.after)
        understood = understander.understand(labelled.message, conversation, TODAY)
        verdicts.append(Verdict(labelled, understood, tuple(_mistakes(labelled, understood))))
    return _summarise(verdicts)


def _labelled(entry: dict[str, Any]) -> LabelledMessage:
    intent = entry.pop("intent")
    return LabelledMessage(
        id=entry.pop("id"),
        message=entry.pop("message"),
        intents=tuple([intent] if isinstance(intent, str) else intent),
        after=entry.pop("after", None),
        expected=entry,
    )


def _conversation(
    understander: Understander, base: KnowledgeBase, after: Mapping[str, Any] | None
) -> Conversation:
    conversation = Conversation.new(TODAY)
    if after is None:
        return conversation
    understood = understander.understand(after["message"], conversation, TODAY)
    answer = Answer(
        question=after["message"],
        behaviour="clarify" if understood.intent == "small_talk" else "answer",
        intent=understood.intent,
        answer="",
        topics=tuple(after.get("topics", after.get("recommended", ()))),
        recommended=tuple(after.get("recommended", ())),
        resources=tuple(_view(base, name) for name in after.get("resources", ())),
        profile=understood.profile,
    )
    return conversation.after(Turn(after["message"], understood, answer))


def _view(base: KnowledgeBase, identifier: str) -> ResourceView:
    resource = base.resources[identifier]
    fields = {name: getattr(resource, name) for name in ResourceView.model_fields}
    return ResourceView(**fields)


def _mistakes(labelled: LabelledMessage, understood: Understanding) -> Iterable[str]:
    if understood.intent not in labelled.intents:
        yield f"intent: {understood.intent}, not {'|'.join(labelled.intents)}"
    for name, expected, found in _comparisons(labelled, understood):
        if expected != found:
            yield f"{name}: {found}, not {expected}"


def _comparisons(
    labelled: LabelledMessage, understood: Understanding
) -> Iterable[tuple[str, object, object]]:
    profile = understood.profile
    for name in _SKILL_FIELDS:
        yield name, set(labelled.expected.get(name, ())), set(getattr(profile, name))
    yield "goal", *_goals(labelled, understood)
    for name in ("topics", "roles", "resources"):
        if name in labelled.expected:
            yield name, set(labelled.expected[name]), set(getattr(understood, name))
    for name in _TIME_FIELDS:
        yield name, *_times(name, labelled, understood)
    if "preferences" in labelled.expected:
        yield "preferences", *_preferences(labelled, understood)
    if "language" in labelled.expected:
        yield "language", labelled.expected["language"], understood.language


def _goals(labelled: LabelledMessage, understood: Understanding) -> tuple[list[str], list[str]]:
    """Return both lists of goals; a label "mlops|mlops-engineer" takes either."""
    found = list(understood.profile.goal)
    expected: list[str] = []
    for label in labelled.expected.get("goal", ()):
        choices = label.split("|")
        expected.append(next((goal for goal in found if goal in choices), choices[0]))
    return expected, found


def _times(
    name: str, labelled: LabelledMessage, understood: Understanding
) -> tuple[object, object]:
    profile = understood.profile
    expected = labelled.expected.get(name)
    if name == "hours_per_week":
        hours = profile.hours_per_week
        close = hours is not None and expected and abs(hours - expected) <= _HOURS_TOLERANCE
        return (hours if close else expected), hours
    if name == "pauses":
        pauses = [[str(pause.from_), str(pause.to)] for pause in profile.pauses]
        return expected or [], pauses if expected or not pauses else []
    found = getattr(profile, name)
    return expected or (str(TODAY) if name == "start" else None), str(found) if found else None


def _preferences(
    labelled: LabelledMessage, understood: Understanding
) -> tuple[dict[str, object], dict[str, object]]:
    found = understood.profile.preferences.model_dump()
    expected = labelled.expected["preferences"]
    stated = {name: value for name, value in found.items() if value}
    return (
        {name: sorted(v) if isinstance(v, list) else v for name, v in expected.items()},
        {name: sorted(v) if isinstance(v, tuple) else v for name, v in stated.items()},
    )


def _summarise(verdicts: Sequence[Verdict]) -> Scores:
    declinable = [v for v in verdicts if _DECLINED & set(v.labelled.intents)]
    others = [v for v in verdicts if not _DECLINED & set(v.labelled.intents)]
    confusion: Counter[tuple[str, str]] = Counter(
        (v.labelled.intents[0], v.understood.intent) for v in verdicts if _is_wrong(v, "intent")
    )
    return Scores(
        messages=len(verdicts),
        intent_accuracy=1 - _share(verdicts, "intent"),
        skill_f1=_f1(verdicts, _SKILL_FIELDS),
        goal_f1=_f1(verdicts, ("goal",)),
        topic_f1=_f1(verdicts, ("topics", "roles", "resources")),
        time_accuracy=1 - _time_errors(verdicts),
        preference_accuracy=1 - _share(_with_label(verdicts, "preferences"), "preferences"),
        language_accuracy=1 - _share(_with_label(verdicts, "language"), "language"),
        false_declines=_declined(others),
        missed_declines=1 - _declined(declinable) if declinable else 0.0,
        confusion=dict(confusion),
        verdicts=list(verdicts),
    )


def _is_wrong(verdict: Verdict, name: str) -> bool:
    return any(mistake.startswith(f"{name}:") for mistake in verdict.wrong)


def _share(verdicts: Sequence[Verdict], name: str) -> float:
    return sum(_is_wrong(verdict, name) for verdict in verdicts) / max(1, len(verdicts))


def _with_label(verdicts: Sequence[Verdict], name: str) -> list[Verdict]:
    return [verdict for verdict in verdicts if name in verdict.labelled.expected]


def _declined(verdicts: Sequence[Verdict]) -> float:
    declined = sum(verdict.understood.intent in _DECLINED for verdict in verdicts)
    return declined / max(1, len(verdicts))


def _f1(verdicts: Sequence[Verdict], names: Sequence[str]) -> float:
    """Return the micro F1 of the sets in these fields: 2 hits / (expected + found)."""
    hits = total = 0
    for verdict in verdicts:
        for name, expected, found in _comparisons(verdict.labelled, verdict.understood):
            if name in names and isinstance(expected, set | list) and isinstance(found, set | list):
                hits += len(set(expected) & set(found))
                total += len(expected) + len(found)
    return 2 * hits / total if total else 1.0


def _time_errors(verdicts: Sequence[Verdict]) -> float:
    """Return the share of wrong messages among those that state a time or were read so."""
    timed = [
        verdict
        for verdict in verdicts
        if any(name in verdict.labelled.expected for name in _TIME_FIELDS)
        or any(_is_wrong(verdict, name) for name in _TIME_FIELDS)
    ]
    wrong = sum(any(_is_wrong(verdict, name) for name in _TIME_FIELDS) for verdict in timed)
    return wrong / max(1, len(timed))
