"""Compose the answer to "what should I learn next?": one recommendation, argued for this person."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import Suggestion
from knowledge import Topic

OTHERS = 2
"""How many alternatives are named beside the recommendation."""


def compose_next(situation: Situation) -> Draft:
    """Recommend the best of what can be learned next, with up to two others in a line each."""
    best, *rest = situation.suggestions[: OTHERS + 1]
    topic = situation.base.topics[best.topic_id]
    blocks: list[Block] = [_argument(situation, best), _first_step(situation, best)]
    if rest:
        blocks.append(Bullets(tuple(_alternative(situation, other) for other in rest)))
    closing = _closing(situation)
    if closing:
        blocks.append(paragraph(Statement(closing)))
    chosen = (best.topic_id, *(other.topic_id for other in rest))
    resources = [choice.id for name in chosen if (choice := situation.best_resource(name))]
    return Draft(
        behaviour="answer",
        intent="next",
        blocks=tuple(blocks),
        topics=chosen,
        recommended=chosen,
        resources=tuple(resources),
        follow_ups=_follow_ups(situation, topic),
    )


def _argument(situation: Situation, best: Suggestion) -> Paragraph:
    """Name the recommendation and argue it: what it stands on, why, and what it opens."""
    topic = situation.base.topics[best.topic_id]
    overview = situation.chunk(topic.id, "overview")
    reason = wording.first_sentences(topic.why)
    return paragraph(
        Statement(_opening(situation, topic), overview),
        Statement(_standing(situation, best), overview),
        Statement(reason, overview),
        Statement(_opens(situation, best)),
    )


def _opening(situation: Situation, topic: Topic) -> str:
    name = f"**{wording.name(situation.base, topic)}**"
    if situation.understanding.follow_up == "after_that":
        return situation.pick(f"After that, {name}.", f"Then {name}.", f"Next in line is {name}.")
    return situation.pick(
        f"{name[:2]}{wording.capital(name[2:])} next.",
        f"Take {name} next.",
        f"I would go for {name} next.",
    )


def _standing(situation: Situation, best: Suggestion) -> str:
    """Say what of this person's knowledge the topic stands on."""
    if not best.builds_on:
        return ""
    have = wording.names(situation.base, best.builds_on)
    return situation.pick(
        f"You already have what it stands on, {have}.",
        f"It builds straight on {have}, which you have.",
        f"With {have} behind you, nothing is missing for it.",
    )


def _opens(situation: Situation, best: Suggestion) -> str:
    """Say what the topic opens for this person, or how it serves their goal."""
    base, goals = situation.base, situation.profile.goal
    opened = [name for name in best.unlocks if name not in situation.known]
    if opened:
        verb = "opens" if len(opened) == 1 else "open"
        return f"From there {wording.names(base, opened[:2])} {verb} up."
    for goal in goals:
        if goal in base.roles and best.topic_id in {t.topic for t in base.roles[goal].topics}:
            role = wording.role_name(base, goal)
            return f"It is part of the daily work of {wording.article(role)} {role}."
    return ""


def _first_step(situation: Situation, best: Suggestion) -> Paragraph:
    """Say how long it takes, what to use and what to build first."""
    topic = situation.base.topics[best.topic_id]
    weeks = _weeks(situation, best.hours)
    refresher = topic.id in situation.profile.partly_known
    time = wording.hours(best.hours)
    allow = (
        f"Since you know part of it, {time} of refreshing" if refresher else f"Allow about {time}"
    )
    statements: list[Statement | None] = [
        Statement(
            f"{allow}{weeks}; difficulty {topic.difficulty} of 5.",
            situation.chunk(topic.id, "overview"),
        )
    ]
    if resource := situation.best_resource(topic.id):
        start = situation.pick("Start with", "Begin with", "Work through")
        use = f"{start} {wording.described(resource)}."
        statements.append(Statement(use, situation.chunk(topic.id, "resources")))
    if topic.projects:
        task = wording.first_sentences(topic.projects[0].brief)
        lead = situation.pick("As a first project,", "Then build something:", "To make it stick,")
        text = f"{lead} {task[0].lower()}{task[1:]}"
        statements.append(Statement(text, situation.chunk(topic.id, "projects")))
    return paragraph(*statements)


def _weeks(situation: Situation, amount: float) -> str:
    per_week = situation.profile.hours_per_week
    if not per_week:
        return ""
    return f", {wording.weeks(amount / per_week)} at your {per_week:g} hours a week"


def _alternative(situation: Situation, suggestion: Suggestion) -> Paragraph:
    topic = situation.base.topics[suggestion.topic_id]
    name = wording.capital(wording.name(situation.base, topic))
    facts = f"{wording.hours(suggestion.hours)}, difficulty {topic.difficulty} of 5"
    statements: list[Statement | None] = [
        Statement(
            f"**{name}** ({facts}): {wording.first_sentences(topic.why)}",
            situation.chunk(topic.id, "overview"),
        )
    ]
    if resource := situation.best_resource(topic.id):
        use = f"{wording.capital(wording.kind(resource))}: {wording.link(resource)}."
        statements.append(Statement(use, situation.chunk(topic.id, "resources")))
    return paragraph(*statements)


def _closing(situation: Situation) -> str:
    """Name what was assumed, or ask for the goal, where that was not done before in the thread."""
    profile = situation.profile
    if profile.assumed_known and not situation.conversation.turns:
        basics = wording.names(situation.base, profile.assumed_known[-3:])
        return f"I take {basics} as known, since what you named rests on them; say so if not."
    if not profile.goal and not situation.said_before("Where would you like to get to"):
        return "Where would you like to get to? With a goal I can choose more narrowly."
    return ""


def _follow_ups(situation: Situation, topic: Topic) -> tuple[str, ...]:
    name = wording.name(situation.base, topic)
    goal = situation.profile.goal
    last = (
        f"Make me a plan to {wording.goal(situation.base, goal[0])}" if goal else "And after that?"
    )
    return (f"Which free resources are there for {name}?", f"Am I ready for {name}?", last)
