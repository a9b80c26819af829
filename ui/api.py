"""Answer programs: four named endpoints, which are the tools of the MCP server too."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import gradio as gr

from assistant import Answer, Conversation, Profile, RoadmapError, Topic
from ui import believe
from ui.auth import person_of
from ui.desks import Desks
from ui.warm import Desk


class Endpoints:
    """What programs can ask; without a thread nothing is read or stored of any person."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def ask(
        self, question: str, thread: str = "", request: gr.Request | None = None
    ) -> dict[str, Any]:
        """Answer a question about learning data science and machine learning, with sources.

        Use it for what to learn next, why, from which course or book, comparisons, plans and
        career questions. Every statement carries a marker [n] that `citations` explains, and every
        link is a resource of the knowledge base.

        Args:
            question: What the person says, for example "I know Python. What should I learn next?"
            thread: Empty for a question that stands alone, else the id of a conversation.
            request: Who is asking; the server fills it in.
        """
        person = person_of(request)
        desk = self._desks.of(person)
        if thread:
            return _as_json(desk.session(person).ask(thread, question).answer)
        return _as_json(desk.assistant.ask(question).answer)

    def next(
        self, know: str = "", goal: str = "", request: gr.Request | None = None
    ) -> dict[str, Any]:
        """Recommend what to learn next for somebody who knows certain topics.

        Args:
            know: Skills or topics already known, separated by commas, for example "python, pandas"
            goal: A role or topic to work towards, for example "data analyst"; may be empty.
            request: Who is asking; the server fills it in.
        """
        words = f"I know {know}. " if know.strip() else ""
        words += f"My goal is {goal}. " if goal.strip() else ""
        assistant = self._desks.of(person_of(request)).assistant
        return _as_json(assistant.ask(f"{words}What should I learn next?").answer)

    def plan(
        self,
        goal: str,
        know: str = "",
        hours_per_week: float = 0,
        deadline: str = "",
        request: gr.Request | None = None,
    ) -> dict[str, Any]:
        """Plan the way from known skills to a goal: ordered steps with hours, dates and resources.

        Prerequisites come first and nothing known is taught again; what does not fit before the
        deadline is listed in `plan.left_out` with what would make it fit.

        Args:
            know: Skills or topics already known, separated by commas; may be empty.
            goal: A role or topic, for example "data scientist" or "deep learning"
            hours_per_week: Hours of study a week; 0 for a plan without dates.
            deadline: The last day as YYYY-MM-DD; empty for none.
            request: Who is asking; the server fills it in.
        """
        desk = self._desks.of(person_of(request))
        profile = _profile(desk, goal, hours_per_week, deadline)
        conversation = Conversation.new(desk.assistant.today())
        if know.strip():
            turn = desk.assistant.ask(f"I know {know}.", conversation)
            said = turn.understanding.profile
            knowledge = {name: getattr(said, name) for name in (*believe.KNOWLEDGE, "other_skills")}
            profile = profile.model_copy(update=knowledge)
        conversation = Conversation(profile, conversation.progress)
        return _as_json(desk.assistant.ask("Make a plan for my goal.", conversation).answer)

    def topic(self, name: str, request: gr.Request | None = None) -> dict[str, Any]:
        """Look up a topic: what it is, why, its prerequisites with reasons, hours and resources.

        Args:
            name: Its id, title or another name, for example "NLP" or "linear algebra"
            request: Who is asking; the server fills it in.
        """
        desk = self._desks.of(person_of(request))
        return _topic(desk, desk.base.topics[believe.find_topic(desk.base, name)])

    def register(self) -> None:
        """Add the endpoints to the Blocks being built."""
        for endpoint in (self.ask, self.next, self.plan, self.topic):
            gr.api(_explained(endpoint), api_name=endpoint.__name__)


def _explained(endpoint: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Let a program read the sentence of a RoadmapError instead of an internal error."""

    @wraps(endpoint)
    def call(*arguments: Any) -> dict[str, Any]:
        try:
            return endpoint(*arguments)
        except RoadmapError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return call


def _profile(desk: Desk, goal: str, hours_per_week: float, deadline: str) -> Profile:
    profile = Profile(start=desk.assistant.today(), goal=(believe.find_goal(desk.base, goal),))
    if hours_per_week:
        profile = believe.set_field(profile, "hours_per_week", str(hours_per_week))
    return believe.set_field(profile, "deadline", deadline)


def _as_json(answer: Answer) -> dict[str, Any]:
    return answer.model_dump(mode="json", by_alias=True)


def _topic(desk: Desk, topic: Topic) -> dict[str, Any]:
    resources = [desk.base.resources[name].model_dump(mode="json") for name in topic.resources]
    return {
        **topic.model_dump(mode="json"),
        "hours": topic.hours.midpoint,
        "unlocks": list(desk.base.graph.unlocks[topic.id]),
        "resources": resources,
        "source": desk.base.source("topic", topic.id),
    }
