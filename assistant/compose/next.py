"""Compose the answer to "what should I learn next?": one recommendation, argued for this person."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import Suggestion, general_value
from knowledge import Topic

OTHERS = 2
"""How many alternatives are named beside the recommendation."""
LONGEST_REASON = 16
"""How many words the reason for an alternative, or a trap, may have."""
TEMPTING = 0.2
"""The general value from which a topic that opens is one that people are impatient for."""
_CLEARLY = 0.7
"""The share of the recommendation's hours under which an alternative is called shorter."""


def compose_next(situation: Situation) -> Draft:
    """Recommend the best of what can be learned next, with up to two others in a line each."""
    best, *rest = situation.suggestions[: OTHERS + 1]
    topic = situation.base.topics[best.topic_id]
    blocks: list[Block] = [_argument(situation, best), _first_step(situation, best)]
    if rest:
        blocks.append(_alternatives(situation, best, rest))
    blocks.append(paragraph(_closing(situation)))
    chosen = (best.topic_id, *(other.topic_id for other in rest))
    resources = [found.id for name in chosen if (found := situation.best_resource(name))]
    return Draft(
        behaviour="answer",
        intent="next",
        blocks=tuple(blocks),
        topics=(*chosen, *(x for x in situation.understanding.topics if x not in situation.known)),
        recommended=chosen,
        resources=tuple(dict.fromkeys(resources)),
        follow_ups=_follow_ups(situation, topic),
    )


def _argument(situation: Situation, best: Suggestion) -> Paragraph:
    """Name the recommendation and argue it: what it stands on and why it is worth the time."""
    topic = situation.base.topics[best.topic_id]
    overview = situation.chunk(topic.id, "overview")
    return paragraph(
        Statement(_opening(situation, best), overview),
        Statement(wording.first_sentences(topic.why), overview),
        _towards_goal(situation, best),
    )


def _opening(situation: Situation, best: Suggestion) -> str:
    """Return the first sentence; what the topic stands on belongs to it where that is known."""
    name = f"**{wording.name(situation.base, best.topic_id)}**"
    capital = f"**{wording.capital(name[2:])}"
    if situation.understanding.follow_up == "after_that":
        return situation.pick(f"After that, {name}.", f"Then {name}.", f"Next after that: {name}.")
    if not situation.known:
        return situation.pick(f"Begin with {name}.", f"I would start with {name}.")
    have = wording.names(situation.base, best.builds_on, 3)
    if not have:
        return situation.pick(f"Take {name} next.", f"I would turn to {name} next.")
    return situation.pick(
        f"Take {name} next; you already have what it stands on, {have}.",
        f"I would go for {name} next, since it builds straight on {have}, which you have.",
        f"{capital} next: it builds on {have}, which you have.",
    )


def _towards_goal(situation: Situation, best: Suggestion) -> Statement | None:
    """Say how the topic serves the goal of this person, once a thread for each topic."""
    base = situation.base
    for goal in situation.profile.goal:
        if goal in base.topics and best.topic_id in base.graph.ancestors([goal]):
            return Statement(f"It is on the straight way to {wording.name(base, goal)}.")
        if goal in base.roles and best.topic_id in {t.topic for t in base.roles[goal].topics}:
            role = wording.role_name(base, goal)
            text = f"It is part of the daily work of {wording.article(role)} {role}."
            return Statement(text, f"role:{goal}#role")
    return None


def _first_step(situation: Situation, best: Suggestion) -> Paragraph:
    """Say how long it takes, what to use, what to build first and when that is done."""
    topic = situation.base.topics[best.topic_id]
    statements = [Statement(_time(situation, best), situation.chunk(topic.id, "overview"))]
    if resource := situation.best_resource(topic.id):
        start = situation.pick("Start with", "Learn it from", "Work through")
        use = f"{start} {wording.described(resource)}{situation.suits(resource)}."
        statements.append(Statement(use, situation.chunk(topic.id, "resources")))
    if topic.projects:
        project, chunk = topic.projects[0], situation.chunk(topic.id, "projects")
        lead = situation.pick("As a first project,", "Then build something:", "To make it stick,")
        task = wording.imperative(wording.first_sentences(project.brief))
        finish = wording.within(wording.first_sentences(project.done_when))
        end = situation.pick("You are done when", "It counts as done when", "The finish line:")
        statements += [Statement(f"{lead} {task}", chunk), Statement(f"{end} {finish}", chunk)]
    return paragraph(*statements, _judgement(situation, best))


def _time(situation: Situation, best: Suggestion) -> str:
    topic, slower = situation.base.topics[best.topic_id], situation.understanding.progress.pace
    time = wording.hours(best.hours / slower)
    if topic.id in situation.profile.partly_known:
        start = f"Since you know part of it, {time} of refreshing will do"
    else:
        start = situation.pick(f"Allow about {time}", f"Count on about {time}")
    if slower != 1:  # the factor is the person's own; what it comes to is theirs to see
        times = "twice that" if slower == 2 else f"{slower:g} times that"
        return f"{start} by our estimates, and at your pace {times}."
    pace = situation.profile.hours_per_week
    weeks = f", {wording.span(best.hours / pace)} at your {pace:g} hours a week" if pace else ""
    return f"{start}{weeks}; difficulty {topic.difficulty} of 5."


def _judgement(situation: Situation, best: Suggestion) -> Statement | None:
    """Say what to leave until the project works, or which mistake to avoid."""
    base, topic = situation.base, situation.base.topics[best.topic_id]
    value = general_value(base)
    opened = [
        name
        for name in best.unlocks
        if name not in situation.known and value.get(name, 0.0) >= TEMPTING
    ]
    later = wording.names(base, opened[:2])
    patience = f"Leave {later} until that works." if opened else ""
    trap = f"One trap: {wording.within(topic.mistakes[0])}" if topic.mistakes else ""
    if situation.pick(True, False) and patience:
        return Statement(patience)
    if trap and len(trap.split()) <= LONGEST_REASON:
        return Statement(trap, situation.chunk(topic.id, "overview"))
    return Statement(patience) if patience else None


def _alternatives(situation: Situation, best: Suggestion, rest: list[Suggestion]) -> Bullets:
    """Name up to two other topics in a line each: for whom, why, how hard, and from what."""
    first, *further = rest
    lines = [_alternative(situation, first, f"{_contrast(situation, best, first)} ")]
    lines += [_alternative(situation, other, "") for other in further]
    return Bullets(tuple(lines))


def _alternative(situation: Situation, suggestion: Suggestion, lead: str) -> Paragraph:
    topic = situation.base.topics[suggestion.topic_id]
    name = wording.name(situation.base, topic)
    facts = f"{_hours(situation, suggestion)}, difficulty {topic.difficulty} of 5"
    title = f"**{name if lead else wording.capital(name)}**"
    text = f"{lead}{title} ({facts}): {_brief(wording.within(wording.first_sentences(topic.why)))}"
    statements = [Statement(text, situation.chunk(topic.id, "overview"))]
    if resource := situation.best_resource(topic.id):
        source = f"{wording.capital(wording.price(resource))}: {wording.link(resource)}."
        statements.append(Statement(source, situation.chunk(topic.id, "resources")))
    return paragraph(*statements)


def _brief(reason: str) -> str:
    """Return a reason's first clause where the whole would be too long for a line."""
    clause, comma, _ = reason.partition(", ")
    long = len(reason.split()) > LONGEST_REASON
    return f"{clause}." if long and comma and len(clause.split()) > 5 else reason


def _hours(situation: Situation, suggestion: Suggestion) -> str:
    """Return the estimate for anybody, without this person's factor."""
    return wording.hours(suggestion.hours / situation.understanding.progress.pace)


def _contrast(situation: Situation, best: Suggestion, other: Suggestion) -> str:
    """Say for whom the alternative is better than the recommendation."""
    topics = situation.base.topics
    is_easier = topics[other.topic_id].difficulty < topics[best.topic_id].difficulty
    if other.hours < _CLEARLY * best.hours:
        return situation.pick("If you want something shorter first,", "Shorter is")
    if is_easier:
        return situation.pick("If you want something easier first,", "Easier is")
    return situation.pick("If that does not appeal to you,", "Another way in is")


def _closing(situation: Situation) -> Statement | None:
    """Name what was assumed, or ask for the goal; each once a thread."""
    profile, base = situation.profile, situation.base
    if profile.assumed_known and not situation.conversation.turns:
        basics = wording.names(base, profile.assumed_known[-3:])
        return Statement(
            f"I take {basics} as known, which goes with what you told me; say so if not."
        )
    is_named = profile.goal or situation.understanding.roles
    if is_named or situation.said_before("Where would you like to get to"):
        return None
    return Statement("Where would you like to get to? Then I can choose for that.")


def _follow_ups(situation: Situation, topic: Topic) -> tuple[str, ...]:
    name = wording.name(situation.base, topic)
    goal = situation.profile.goal
    last = (
        f"Make me a plan to {wording.goal(situation.base, goal[0])}" if goal else "And after that?"
    )
    return (f"Which free resources are there for {name}?", f"Am I ready for {name}?", last)
