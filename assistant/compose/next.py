"""Compose the answer to "what should I learn next?": one recommendation, argued for this person."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import Suggestion, choose_resources
from knowledge import Topic

OTHERS = 2
"""How many alternatives are named beside the recommendation."""


def compose_next(situation: Situation) -> Draft:
    """Recommend the best of what can be learned next, with up to two others in a line each."""
    best, *rest = situation.suggestions
    others = rest[:OTHERS]
    topic = situation.base.topics[best.topic_id]
    blocks: list[Block] = [_argument(situation, best), _first_step(situation, topic)]
    if others:
        blocks.append(Bullets(tuple(_alternative(situation, other) for other in others)))
    blocks.append(_closing(situation))
    chosen = (best.topic_id, *(other.topic_id for other in others))
    resources = [first for name in chosen if (first := _first_resource(situation, name))]
    return Draft(
        behaviour="answer",
        intent="next",
        blocks=tuple(block for block in blocks if block != paragraph()),
        topics=chosen,
        recommended=chosen,
        resources=tuple(resources),
        follow_ups=_follow_ups(situation, topic),
    )


def _argument(situation: Situation, best: Suggestion) -> Paragraph:
    base, topic = situation.base, situation.base.topics[best.topic_id]
    overview = situation.chunk(topic.id, "overview")
    name = wording.name(base, topic)
    if situation.understanding.follow_up == "after_that":
        opening = situation.pick(
            f"After that, {name}.", f"Then {name}.", f"{wording.capital(name)} comes after it."
        )
    else:
        opening = situation.pick(
            f"{wording.capital(name)} next.",
            f"Take {name} next.",
            f"I would go for {name} next.",
        )
    return paragraph(
        Statement(opening, overview),
        Statement(_standing(situation, best)),
        Statement(wording.first_sentences(topic.why, 2), overview),
    )


def _standing(situation: Situation, best: Suggestion) -> str:
    """Say what of this person's knowledge the topic stands on, and what it opens for them."""
    base, goal = situation.base, situation.profile.goal
    parts = []
    if best.builds_on:
        have = wording.names(base, best.builds_on)
        parts.append(
            situation.pick(
                f"You already have what it stands on: {have}.",
                f"It builds straight on {have}, which you have.",
                f"With {have} behind you, nothing is missing for it.",
            )
        )
    opened = [name for name in best.unlocks if name not in situation.known]
    if opened:
        parts.append(
            f"From there {wording.names(base, opened, 3)} {'open' if len(opened) > 1 else 'opens'} up."
        )
    elif (
        goal
        and goal[0] in base.roles
        and best.topic_id in {entry.topic for entry in base.roles[goal[0]].topics}
    ):
        parts.append(f"It is part of the daily work of a {base.roles[goal[0]].title.lower()}.")
    return " ".join(parts)


def _first_step(situation: Situation, topic: Topic) -> Paragraph:
    """Say how long it takes, what to use and what to build first."""
    resource = _first_resource(situation, topic.id)
    suggestion = situation.suggestions[0]
    time = f"Allow about {wording.hours(suggestion.hours)}{_weeks(situation, suggestion.hours)}; on our scale its difficulty is {topic.difficulty} of 5."
    statements: list[Statement | None] = [Statement(time, situation.chunk(topic.id, "overview"))]
    if resource:
        use = wording.described(situation.base.resources[resource])
        statements.append(Statement(f"Start with {use}.", situation.chunk(topic.id, "resources")))
    if topic.projects:
        project = topic.projects[0]
        task = wording.first_sentences(project.brief)
        statements.append(
            Statement(
                f"As a first project: {task[0].lower()}{task[1:]} {_done(project.done_when)}",
                situation.chunk(topic.id, "projects"),
            )
        )
    return paragraph(*statements)


def _done(done_when: str) -> str:
    return f"You are done when {done_when[0].lower()}{done_when[1:]}"


def _weeks(situation: Situation, amount: float) -> str:
    per_week = situation.profile.hours_per_week
    if not per_week:
        return ""
    weeks = max(1, round(amount / per_week))
    return f", so {weeks} week{'s' if weeks > 1 else ''} at your {per_week:g} hours a week"


def _alternative(situation: Situation, suggestion: Suggestion) -> Paragraph:
    topic = situation.base.topics[suggestion.topic_id]
    name = wording.capital(wording.name(situation.base, topic))
    resource = _first_resource(situation, topic.id)
    reason = wording.first_sentences(topic.why)
    statements: list[Statement | None] = [
        Statement(
            f"**{name}** ({wording.hours(suggestion.hours)}, difficulty {topic.difficulty} of 5): {reason}",
            situation.chunk(topic.id, "overview"),
        )
    ]
    if resource:
        use = wording.described(situation.base.resources[resource])
        statements.append(Statement(f"Begin with {use}.", situation.chunk(topic.id, "resources")))
    return paragraph(*statements)


def _closing(situation: Situation) -> Paragraph:
    """Name what was assumed, or ask for the goal, where that was not done before in the thread."""
    profile = situation.profile
    if profile.assumed_known and not situation.conversation.turns:
        basics = wording.names(situation.base, profile.assumed_known, 3)
        return paragraph(
            Statement(
                f"I have taken {basics} as known, since what you named rests on them; say so if not."
            )
        )
    if not profile.goal and not situation.said_before("where you want to get to"):
        return paragraph(Statement("Tell me where you want to get to and I will choose for that."))
    return paragraph()


def _first_resource(situation: Situation, topic: str) -> str | None:
    choice = choose_resources(situation.base, [topic], situation.profile.preferences).best_first
    return choice[0].id if choice else None


def _follow_ups(situation: Situation, topic: Topic) -> tuple[str, ...]:
    name = wording.name(situation.base, topic)
    goal = situation.profile.goal
    ask = [f"Which free resources are there for {name}?", f"Am I ready for {name}?"]
    if goal:
        title = wording.goal(situation.base, goal[0])
        ask.append(f"Make me a plan to {title}")
    else:
        ask.append("And after that?")
    return tuple(ask)
