"""The map: the prerequisite graph as a picture and as a list, with a card for each topic."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant import KnowledgeBase, UsageError
from ui import believe
from ui.pages.frame import Frame, on, panel
from ui.render import render
from ui.standing import WORDS, Standings, standings
from ui.svg import map_svg
from ui.warm import Desk


def map_html(desk: Desk, person: str, goals: Collection[str] = (), notice: str = "") -> str:
    """Return the map of everything, or of the way to some roles and topics."""
    base = desk.base
    learner = desk.memory.learner(person)
    stands = standings(base, learner.profile, learner.progress)
    shown = _way(base, goals) if goals else set(base.topics)
    return render(
        "map.html",
        svg=Markup(map_svg(base, stands, shown)),
        base=base,
        standings=stands,
        words=WORDS,
        listed=_listed(base, shown),
        way=", ".join(_title(base, goal) for goal in goals),
        shown=len(shown),
        missing=sum(stands.of[topic] != "known" for topic in shown),
        has_goal=bool(learner.profile.goal),
        notice=notice,
    )


def card_html(desk: Desk, person: str, identifier: str) -> str:
    """Return the card of a topic, or nothing for no topic."""
    base, topic = desk.base, desk.base.topics.get(identifier)
    if topic is None:
        return render("card.html", topic=None)
    learner = desk.memory.learner(person)
    stands: Standings = standings(base, learner.profile, learner.progress)
    held = [base.resources[name] for name in topic.resources]
    return render(
        "card.html",
        topic=topic,
        base=base,
        area=base.areas[topic.area],
        standing=stands.of[identifier],
        words=WORDS[stands.of[identifier]],
        opens=base.graph.unlocks[identifier],
        resources=[resource for resource in held if resource.is_recommendable][:5],
        source=base.source("topic", identifier),
    )


def _way(base: KnowledgeBase, goals: Collection[str]) -> set[str]:
    topics: set[str] = set()
    for goal in goals:
        role = base.roles.get(goal)
        topics |= {entry.topic for entry in role.topics if entry.required} if role else {goal}
    return base.graph.closure(topics & base.topics.keys())


def _listed(base: KnowledgeBase, shown: Collection[str]) -> list[tuple[Any, list[Any]]]:
    listed = []
    for area in base.areas.values():
        topics = [t for t in base.topics.values() if t.area == area.id and t.id in shown]
        if topics:
            listed.append((area, topics))
    return listed


def _title(base: KnowledgeBase, goal: str) -> str:
    return base.roles[goal].title if goal in base.roles else base.topics[goal].title


class MapPage:
    """The components of the map and what they do; `ask` of a card belongs to the chat."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.goals = gr.JSON([], visible="hidden", elem_id="map-goals-shown")
        with gr.Row(elem_id="map-row"):
            self.map = panel("map", script="map.js")
            self.card = panel("card")
        on(self.map.act, self._act, [self.goals], [self.map, self.goals])
        on(self.map.card, self._card, None, [self.card])
        on(self.card.card, self._card, None, [self.card])
        on(self.card.close, lambda: "", None, [self.card])
        on(self.card.way, self._way, None, [self.map, self.goals])
        on(self.card.mark, self._mark, [self.goals], [self.map, self.card])

    def show(self, goals: list[str], request: gr.Request) -> str:
        """Return the map as it stands now."""
        return map_html(*self.frame.at(request), goals or ())

    def _act(
        self, goals: list[str], event: gr.EventData, request: gr.Request
    ) -> tuple[str, list[str]]:
        desk, person = self.frame.at(request)
        match event._data["do"]:
            case "all":
                goals = []
            case "goal":
                goals = list(desk.memory.learner(person).profile.goal)
            case _:
                try:
                    goals = [believe.find_goal(desk.base, event._data["goal"])]
                except UsageError as error:
                    return map_html(desk, person, goals or (), str(error)), goals
        return map_html(desk, person, goals), goals

    def _way(self, event: gr.EventData, request: gr.Request) -> tuple[str, list[str]]:
        goals = [event._data["goal"]]
        return map_html(*self.frame.at(request), goals), goals

    def _card(self, event: gr.EventData, request: gr.Request) -> str:
        return card_html(*self.frame.at(request), event._data["topic"])

    def _mark(self, goals: list[str], event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        desk, person = self.frame.at(request)
        topic = event._data["topic"]
        learner = desk.memory.learner(person)
        profile = believe.place(learner.profile, topic, event._data["where"] or None)
        progress = learner.progress
        if not event._data["where"]:
            progress = believe.finish(progress, topic, None)
        desk.memory.save_learner(person, profile, progress)
        return map_html(desk, person, goals or ()), card_html(desk, person, topic)
