"""Put the readers together: one message and the conversation in, one understanding out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from assistant.answer import Intent
from assistant.conversation import Conversation, Turn
from assistant.understanding import decisions
from assistant.understanding.asked import Asked, find_asked
from assistant.understanding.cues import build_cues
from assistant.understanding.data import common_words, english_words, read_list, small_words
from assistant.understanding.followups import FollowUpReader, asked_before
from assistant.understanding.gazetteer import Gazetteer, Kind, Mention
from assistant.understanding.implications import Implications
from assistant.understanding.intents import IntentReader, question_of
from assistant.understanding.language import detect
from assistant.understanding.message import Message, split_sentences
from assistant.understanding.person import Person, PersonReader
from assistant.understanding.preferences import PreferenceReader
from assistant.understanding.reading import read
from assistant.understanding.result import FollowUp, Understanding
from assistant.understanding.scope import ScopeReader
from assistant.understanding.spelling import Speller
from assistant.understanding.text import clean, tokenize
from knowledge import KnowledgeBase

Encode = Callable[[Sequence[str]], np.ndarray]
_ABOUT_A_TOPIC = frozenset(
    {"explain", "why", "resources", "certification", "prerequisites", "time", "project", "ready"}
)
_NEAR_ENOUGH = 0.34  # cosine from which a message without names is about the nearest topic
_DESCRIBED = 0.29  # the same for the words of a task, which are few and plain
_TELLING = 2  # words that tell a task, beside those that everybody uses in any sentence
_REPEATED = frozenset({"shorter", "correction", "same_question", "more"})
_MEANT: dict[FollowUp, Intent] = {
    "after_that": "next",
    "why": "why",
    "cheaper": "resources",
    "finished": "progress",
    "skipped": "progress",
}


class Understander:
    """Reads messages about one knowledge base; `encode` gives normalised vectors, one a text.

    `remember` encodes texts that never change, and may keep their vectors from an earlier run.
    """

    def __init__(
        self, base: KnowledgeBase, encode: Encode, *, remember: Encode | None = None
    ) -> None:
        self._base = base
        self._encode = encode
        self._remember = remember or encode
        names = {**read_list("names"), **_only(read_list("implications"), "jobs", "missing")}
        self._small_words = read_list("languages")
        small = frozenset(word for group in self._small_words.values() for word in group)
        self._gazetteer = Gazetteer(base, names, common_words(), small)
        self._cues = build_cues(read_list("cues"))
        self._follow_ups = FollowUpReader(read_list("followups"))
        self._scope = ScopeReader(read_list("scope"))
        self._intents = IntentReader(read_list("intents"), encode, lambda: self._vectors)
        providers = tuple(dict.fromkeys(r.provider for r in base.resources.values()))
        wishes = PreferenceReader(read_list("preferences"), providers)
        implications = Implications(base, read_list("implications"))
        self._person = PersonReader(base, implications, wishes)
        cue_words = {word for key in self._cues.keys for word in key}
        known = self._gazetteer.vocabulary | cue_words | self._intents.vocabulary
        self._speller = Speller(known | wishes.vocabulary, english_words())

    @property
    def exemplar_texts(self) -> tuple[str, ...]:
        """Return the texts whose vectors are needed: example questions, then two lines a topic."""
        topics = self._base.topics.values()
        lines = (f"{t.title}. {t.summary.partition('. ')[0]}" for t in topics)
        parts = (f"{t.title}: {', '.join(s.name for s in t.subtopics)}" for t in topics)
        return (*self._intents.exemplars, *lines, *parts)

    @cached_property
    def _vectors(self) -> np.ndarray:
        return self._remember(self.exemplar_texts)

    def understand(self, message: str, conversation: Conversation, today: dt.date) -> Understanding:
        """Return what the message asks and what is believed of the person after it."""
        read_message = self._read(message)
        last = conversation.last
        kind = self._kind(read_message, last)
        person = self._person.read(
            read_message, conversation, today, is_correction=kind == "correction"
        )
        unanswerable = self._scope.unanswerable(read_message.tokens, read_message.text)
        leans_back = bool(last) and self._follow_ups.refers_back(read_message.tokens)
        intent = self._intent(read_message, person, unanswerable, leans_back=leans_back)
        asked = find_asked(read_message, intent, self._gazetteer.find_addresses(message))
        outline = _Outline(intent, asked, kind, None)
        if last:
            outline = self._with_context(read_message, outline, last, person)
        outline = self._with_nearest(read_message, outline, person)
        person = self._person.conclude(
            person, read_message, outline.intent, outline.asked, outline.follow_up, last, today
        )
        return self._result(message.strip(), read_message, outline, person, unanswerable)

    def _read(self, message: str) -> Message:
        text = clean(message)
        tokens = self._speller.mend(tokenize(text))
        sentences = split_sentences(text, tokens)
        hostile = [s for s in sentences if self._scope.is_hostile(tokens[s.start : s.end])]
        mentions = [
            mention
            for mention in self._gazetteer.find(tokens)
            if not any(sentence.start <= mention.start < sentence.end for sentence in hostile)
        ]
        free = [True] * len(tokens)
        for mention in mentions:
            if not mention.names[0].weak:
                free[mention.start : mention.end] = [False] * (mention.end - mention.start)
        return Message(
            text=text,
            tokens=tuple(tokens),
            mentions=tuple(mentions),
            said=tuple(read(tokens, mentions, self._cues)),
            free=tuple(free),
            sentences=sentences,
        )

    def _kind(self, message: Message, last: Turn | None) -> FollowUp | None:
        if last is None:
            return None
        names = any(_is_of_the_field(mention) for mention in message.mentions)
        return self._follow_ups.kind(message.tokens, names=names)

    def _intent(
        self, message: Message, person: Person, unanswerable: str | None, *, leans_back: bool
    ) -> Intent:
        if unanswerable:
            return "unanswerable"
        names_field = any(_is_of_the_field(mention) for mention in message.mentions)
        tokens = message.tokens
        if not names_field and (self._scope.is_hostile(tokens) or self._scope.is_errand(tokens)):
            return "off_topic"
        places = [f and a for f, a in zip(message.free, message.asking_places(), strict=True)]
        signals = decisions.Signals(
            cues=self._intents.cue_scores(message.tokens, places),
            likeness=lambda: self._intents.likeness(question_of(message)),
            nearness=lambda: self._nearest(message.text)[1],
            names_field=names_field,
            speaks_of_the_field=self._scope.speaks_of_the_field(tokens),
            asks_for_certificate=self._names_certificate(message),
            asks_for_role=_asks_only_for(message, "role"),
            asks_for_resource=_asks_only_for(message, "resource") or person.wishes_for_a_kind,
            leans_back=leans_back,
            is_gibberish=all(self._speller.is_unknown(token) for token in message.tokens),
            is_noisy=self._scope.is_noisy(message.tokens, message.free),
            has_goal=bool(person.goals),
            has_skills=bool(person.statements),
            has_time=person.has_time,
        )
        return decisions.choose(message, signals)

    def _names_certificate(self, message: Message) -> bool:
        named = (said.mention.first("resource") for said in message.spoken("ask", "none", "goal"))
        return any(r and self._base.resources[r.id].type == "certification" for r in named)

    def _nearest(self, text: str) -> tuple[str, float]:
        topics = tuple(self._base.topics)
        lines = self._vectors[-2 * len(topics) :] @ self._encode([text[:1000]])[0]
        closeness = lines.reshape(2, len(topics)).max(axis=0)
        best = int(np.argmax(closeness))
        return topics[best], float(closeness[best])

    def _with_context(
        self, message: Message, outline: _Outline, last: Turn, person: Person
    ) -> _Outline:
        """Resolve what leans on the last turn."""
        kind, intent, asked = outline.follow_up, outline.intent, outline.asked
        if message.is_bare_list and last.answer.behaviour in ("clarify", "decline"):
            return _Outline("next", Asked(), "correction", None)
        ordinal = self._follow_ups.ordinal(message.tokens)
        previous = last.understanding.intent
        if ordinal and kind not in ("finished", "skipped"):
            kind = "ordinal"
            chooses = intent == "plan" and len(last.understanding.roles) > 1
            intent = intent if chooses or intent in _ABOUT_A_TOPIC else "explain"
            intent = previous if previous in ("resources", "certification") else intent
        elif kind in _MEANT:
            intent = _MEANT[kind]
        elif kind in _REPEATED:
            asks_anew = kind == "correction" and intent in ("plan", "time") and message.is_question
            intent = intent if asks_anew else _repeatable(previous)
        elif kind is None and person.wishes and not asked and len(message.tokens) <= 8:
            kind, intent = "other_format", "resources"
        elif kind is None and _only_adds(message, person, intent, previous):
            kind, intent, asked = "correction", previous, Asked()
        means_it = intent == "plan" and self._follow_ups.refers_back(message.tokens)
        if not asked and (kind or means_it or intent in _ABOUT_A_TOPIC):
            asked = asked_before(last, ordinal, intent, kind)
            kind = kind or ("reference" if asked else None)
        return _Outline(intent, asked, kind, ordinal)

    def _with_nearest(self, message: Message, outline: _Outline, person: Person) -> _Outline:
        """Give a question without names the topic that it is nearest to."""
        if outline.intent in ("next", "plan") and not outline.follow_up:
            return self._with_described(message, outline, person)
        if outline.intent not in _ABOUT_A_TOPIC or outline.asked:
            return outline
        topic, closeness = self._nearest(message.text)
        if closeness < _NEAR_ENOUGH:
            return outline
        return replace(outline, asked=replace(outline.asked, topics=(topic,)))

    def _with_described(self, message: Message, outline: _Outline, person: Person) -> _Outline:
        """Find the topic of a task told in everyday words: "schedule trucks optimally"."""
        has_goal = person.goals or person.before.profile.goal
        if outline.asked or has_goal or any(_is_of_the_field(m) for m in message.mentions):
            return outline
        task = self._intents.without_cues(message.tokens)
        if sum(token.word not in small_words() for token in task) < _TELLING:
            return outline
        topic, closeness = self._nearest(" ".join(token.typed for token in task))
        if closeness < _DESCRIBED:
            return outline
        is_told = person.has_time or person.statements or outline.intent == "next"
        intent: Intent = outline.intent if is_told else "explain"
        return replace(outline, intent=intent, asked=Asked(topics=(topic,)))

    def _result(
        self,
        message: str,
        read_message: Message,
        outline: _Outline,
        person: Person,
        unanswerable: str | None,
    ) -> Understanding:
        asked = outline.asked
        return Understanding(
            message=message,
            intent=outline.intent,
            profile=person.profile,
            progress=person.progress,
            topics=asked.topics,
            subtopics=asked.subtopics,
            roles=asked.roles,
            resources=asked.resources,
            changed=person.changed,
            follow_up=outline.follow_up,
            ordinal=outline.ordinal,
            shorter=outline.follow_up == "shorter",
            language=detect(read_message.tokens, self._small_words),
            not_held=asked.not_held,
            noise=self._scope.is_noisy(read_message.tokens, read_message.free),
            unanswerable=unanswerable,
            ambiguous=asked.ambiguous,
        )


@dataclass(frozen=True)
class _Outline:
    """The question as far as it is resolved."""

    intent: Intent
    asked: Asked
    follow_up: FollowUp | None
    ordinal: int | None


def _is_of_the_field(mention: Mention) -> bool:
    name = mention.first("topic", "subtopic", "role", "resource", "skill")
    return name is not None and not name.weak


def _asks_only_for(message: Message, kind: Kind) -> bool:
    asked = [said.mention.names[0].kind for said in message.spoken("ask", "none")]
    return bool(asked) and set(asked) == {kind}


def _only_adds(message: Message, person: Person, intent: Intent, previous: Intent) -> bool:
    """Tell whether the message only adds to what was said before a plan or a recommendation."""
    adds = person.has_only_time or (person.only_states and not message.asks)
    # "Docker I know, skip it" leaves a step out; it does not ask whether it may be left out.
    if message.is_question and intent in ("plan", "time"):
        return False
    fits = intent in ("next", "plan", "time") or (intent == "ready" and not message.is_question)
    return adds and fits and previous in ("plan", "next", "time")


def _repeatable(intent: Intent) -> Intent:
    return "next" if intent in ("small_talk", "off_topic", "unanswerable", "follow_up") else intent


def _only(lists: dict[str, object], *keys: str) -> dict[str, object]:
    return {key: lists[key] for key in keys}
