"""Answer a question: understand | retrieve | plan | answer | verify, as one LangChain runnable."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
from langchain_core.runnables import Runnable, RunnableConfig, RunnableGenerator

from assistant.answer import Answer, Plan, PlanStep, ResourceView
from assistant.citations import cite, number_evidence
from assistant.compose import Draft, Situation, compose, render
from assistant.conversation import Conversation, Turn
from assistant.guides import GuideFinder
from assistant.llm import Writer, WriteStage
from assistant.planning import make_plan, rank_next
from assistant.profile import Profile, Progress
from assistant.understanding import Understander, Understanding
from assistant.verify import Verifier
from assistant.work import Work, finished_turn, pieces, timed
from index import Index
from knowledge import KnowledgeBase, UsageError

RETRIEVED = 8
"""How many chunks are retrieved for a question."""
REMEMBERED = 64
"""How many encoded messages are kept for the other stages."""

_AFTER = re.compile(r"\b(after|beyond|nach|después|depois|après|baad)\b", re.IGNORECASE)


class Assistant:
    """Answers questions about what to learn next, grounded in one knowledge base."""

    stages = ("understand", "retrieve", "plan", "answer", "verify")

    def __init__(
        self,
        base: KnowledgeBase,
        index: Index,
        *,
        today: Callable[[], dt.date] = dt.date.today,
        vectors: Callable[[Sequence[str]], np.ndarray] | None = None,
        writer: Writer | None = None,
    ) -> None:
        """`vectors` encodes texts that never change; by default it encodes them anew.

        `writer` is the language model that words the answers, if one is configured.
        """
        self.base = base
        self.index = index
        self.today = today
        self.writer = writer
        self._vectors = vectors or index.encode
        self._encode_one = lru_cache(REMEMBERED)(lambda text: index.encode([text]))

    @cached_property
    def understander(self) -> Understander:
        """Return the part that reads messages."""
        return Understander(self.base, self._encode, remember=self._vectors)

    @cached_property
    def guides(self) -> GuideFinder:
        """Return the part that finds the guide for a question."""
        return GuideFinder(self.base, self._encode, self._vectors)

    @cached_property
    def verifier(self) -> Verifier:
        """Return the part that checks answers."""
        return Verifier(self.base, self.index.chunks)

    @cached_property
    def chain(self) -> Runnable[Work, Work]:
        """Return the stages as one LangChain runnable; callbacks trace each stage by name."""
        first, *rest = (timed(name, getattr(self, f"_{name}")) for name in self.stages)
        chain: Runnable[Work, Work] = first
        for stage in rest:
            chain = chain | stage
        if self.writer is not None:
            write = WriteStage(self.writer, self.verifier)
            chain |= RunnableGenerator[Work, Work](write.stream, write.astream, name="write")
        return chain

    def ask(
        self,
        question: str,
        conversation: Conversation | None = None,
        config: RunnableConfig | None = None,
    ) -> Turn:
        """Answer one question; `conversation` is what was said before (None: a new person)."""
        return finished_turn(self.chain.invoke(self._work(question, conversation), config))

    async def aask(
        self,
        question: str,
        conversation: Conversation | None = None,
        config: RunnableConfig | None = None,
    ) -> Turn:
        """Answer one question without blocking the event loop."""
        return finished_turn(await self.chain.ainvoke(self._work(question, conversation), config))

    def stream(
        self,
        question: str,
        conversation: Conversation | None = None,
        config: RunnableConfig | None = None,
    ) -> Iterator[str | Turn]:
        """Yield the answer's text in pieces, then the whole turn.

        The turn is what counts: what a language model wrote may have been replaced at its end.
        """
        asked = work = self._work(question, conversation)
        shown = False
        for work in self.chain.stream(asked, config):
            if work.piece:
                shown = True
                yield work.piece
        turn = finished_turn(work)
        yield from () if shown else pieces(turn.answer.answer)
        yield turn

    async def astream(
        self,
        question: str,
        conversation: Conversation | None = None,
        config: RunnableConfig | None = None,
    ) -> AsyncIterator[str | Turn]:
        """Yield as `stream` does, without blocking the event loop."""
        asked = work = self._work(question, conversation)
        shown = False
        async for work in self.chain.astream(asked, config):
            if work.piece:
                shown = True
                yield work.piece
        turn = finished_turn(work)
        for piece in () if shown else pieces(turn.answer.answer):
            yield piece
        yield turn

    def advise(self, intent: Literal["next", "plan"], profile: Profile) -> Answer:
        """Answer what a stated profile asks for, without a message to be read."""
        question = _question(self.base, intent, profile)
        conversation = Conversation(profile, Progress())
        understanding = Understanding(question, intent, profile, Progress(), language="en")
        work = Work(question, conversation, self.today(), understanding)
        for name in ("plan", "answer", "verify"):
            work = timed(name, getattr(self, f"_{name}")).invoke(work)
        return finished_turn(work).answer

    def _work(self, question: str, conversation: Conversation | None) -> Work:
        today = self.today()
        # Half a character (a broken pipe or client sends it) is nothing that UTF-8 can hold.
        question = question.encode("utf-8", "replace").decode("utf-8")
        return Work(question, conversation or Conversation.new(today), today)

    def _encode(self, texts: Sequence[str]) -> np.ndarray:
        """Encode as the index does; a single text is remembered for the other stages."""
        return self._encode_one(texts[0]) if len(texts) == 1 else self.index.encode(texts)

    def _understand(self, work: Work) -> Work:
        understanding = self.understander.understand(work.question, work.conversation, work.today)
        return replace(work, understanding=understanding)

    def _retrieve(self, work: Work) -> Work:
        understood = work.understood
        if understood.intent == "small_talk" or not understood.message:
            return work
        hits = tuple(self.index.search(understood.message, top_k=RETRIEVED))
        guide = self.guides.find(understood)
        if guide is None:
            return replace(work, hits=hits)
        intent = "explain" if understood.intent in ("off_topic", "follow_up") else understood.intent
        answered = replace(understood, guides=(guide,), intent=intent)
        return replace(work, hits=hits, understanding=answered)

    def _plan(self, work: Work) -> Work:
        understood = _with_goal(work.understood, work.conversation)
        plan = self._make_plan(understood)
        wants_next = (
            understood.intent in ("next", "progress", "off_topic", "unanswerable")
            or not understood.topics
        )
        profile = understood.profile
        if understood.follow_up == "after_that":  # as if what was just recommended were known
            asked = (*understood.topics, *work.conversation.just_recommended)
            learned = [name for name in dict.fromkeys(asked) if name not in profile.known]
            profile = profile.model_copy(update={"known": (*profile.known, *learned)})
        suggestions = rank_next(self.base, profile, understood.progress) if wants_next else []
        if not profile.goal and _AFTER.search(understood.message):
            suggestions.sort(key=lambda one: not one.builds_on)  # what the named topics lead to
        situation = Situation(
            base=self.base,
            index=self.index,
            understanding=understood,
            conversation=work.conversation,
            today=work.today,
            hits=work.hits,
            suggestions=suggestions,
            plan=plan,
        )
        return replace(work, understanding=understood, situation=situation)

    def _make_plan(self, understood: Understanding) -> Plan | None:
        if understood.intent != "plan" or not understood.profile.goal:
            return None
        try:
            return make_plan(self.base, understood.profile, understood.progress)
        except UsageError:  # a deadline that has passed: the goal alone still gives a plan
            profile = understood.profile.model_copy(update={"deadline": None})
            return make_plan(self.base, profile, understood.progress)

    def _answer(self, work: Work) -> Work:
        assert work.situation is not None
        draft = compose(work.situation)
        return replace(work, answer=self._written(work, draft))

    def _written(self, work: Work, draft: Draft) -> Answer:
        numbers = number_evidence(draft.blocks)
        known = work.understood.profile.known
        return Answer(
            question=work.question,
            behaviour=draft.behaviour,
            intent=draft.intent,
            answer=render(draft.blocks, numbers),
            citations=cite(draft.blocks, numbers, self.index),
            resources=tuple(resource_view(self.base, name) for name in draft.resources),
            topics=tuple(dict.fromkeys(draft.topics)),
            recommended=tuple(
                name for name in dict.fromkeys(draft.recommended) if name not in known
            ),
            plan=_with_citations(draft.plan, numbers),
            profile=work.understood.profile,
            follow_ups=draft.follow_ups,
        )

    def _verify(self, work: Work) -> Work:
        assert work.answer is not None
        return replace(work, answer=self.verifier.verify(work.answer))


def resource_view(base: KnowledgeBase, identifier: str) -> ResourceView:
    """Return a resource as answers show it."""
    resource = base.resources[identifier]
    return ResourceView(**resource.model_dump(include=set(ResourceView.model_fields)))


def _with_citations(plan: Plan | None, numbers: dict[str, int]) -> Plan | None:
    """Return the plan with the numbers of the evidence behind each step."""
    if plan is None:
        return None

    def cited(step: PlanStep) -> PlanStep:
        mine = tuple(
            n for chunk, n in numbers.items() if chunk.startswith(f"topic:{step.topic_id}#")
        )
        return step.model_copy(update={"citations": mine})

    return plan.model_copy(update={"steps": tuple(cited(step) for step in plan.steps)})


def _with_goal(understood: Understanding, conversation: Conversation) -> Understanding:
    """Take the role or topics that a plan is asked for as its goal, where none was stated.

    What to learn next is asked for a role, too, if the person has just asked about one.
    """
    profile = understood.profile
    if understood.intent == "next" and not profile.goal and not understood.follow_up:
        last = conversation.last
        asked = [name for name in understood.topics if name not in profile.known]
        goal = tuple(understood.roles or asked)
        if not goal and last and last.answer.intent == "role":
            goal = last.understanding.roles[:1]
        return replace(understood, profile=profile.model_copy(update={"goal": goal}))
    if understood.intent != "plan" or profile.goal:
        return understood
    asked = [name for name in understood.topics if name not in profile.known]
    goal = tuple(understood.roles or asked)
    return replace(understood, profile=profile.model_copy(update={"goal": goal}))


def _question(base: KnowledgeBase, intent: str, profile: Profile) -> str:
    """Return a stated profile as the question it stands for."""
    known = ", ".join(base.topics[name].title for name in profile.known)
    goal = " and ".join(
        (base.topics[name] if name in base.topics else base.roles[name]).title
        for name in profile.goal
    )
    have = f"I know {known}. " if known else ""
    if intent == "plan":
        return f"{have}Make me a plan for {goal}."
    return f"{have}What should I learn next{f' for {goal}' if goal else ''}?"
