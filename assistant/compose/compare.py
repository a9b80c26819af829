"""Compose the answer to "A or B?": the verdict first, then for whom it differs."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import general_value, goal_value
from knowledge import Role, Topic


def compose_compare(situation: Situation) -> Draft:
    """Decide between two or three topics for this person, by order, goal and hours."""
    if len(situation.understanding.roles) > 1:
        return _compare_roles(situation)
    topics = situation.topics[:3]
    base = situation.base
    winner = _better(situation, topics)
    items = tuple(
        paragraph(
            Statement(
                f"**{topic.title}** ({wording.hours(topic.hours.midpoint)}): "
                f"{_gist(situation, topic)}",
                situation.chunk(topic.id, "overview"),
            )
        )
        for topic in topics
    )
    others = [topic for topic in topics if topic is not winner]
    blocks: list[Block] = [
        paragraph(
            Statement(_verdict(situation, winner, others), situation.chunk(winner.id, "overview"))
        ),
        Bullets(items),
    ]
    return Draft(
        behaviour="answer",
        intent="compare",
        blocks=tuple(blocks),
        topics=tuple(topic.id for topic in topics),
        recommended=() if winner.id in situation.known else (winner.id,),
        follow_ups=(
            f"Why {wording.name(base, winner)}?",
            f"How long does {wording.name(base, winner)} take?",
            f"Free resources for {wording.name(base, winner)}",
        ),
    )


def _gist(situation: Situation, topic: Topic) -> str:
    """Return what a topic is where the difference is asked for, else what it is good for."""
    asks_what = "differ" in situation.understanding.message.casefold()
    return wording.first_sentences(topic.summary if asks_what else topic.why)


def _better(situation: Situation, topics: list[Topic]) -> Topic:
    """Return the topic to take first: needed by the other, ready now, worth more, easier."""
    base, goal = situation.base, situation.profile.goal
    value = goal_value(base, goal) if goal else None
    general = general_value(base)

    def rank(topic: Topic) -> tuple[bool, bool, int, float, int, str]:
        others = [other.id for other in topics if other is not topic]
        first = any(topic.id in base.graph.ancestors([other]) for other in others)
        missing = len(base.graph.ancestors([topic.id]) - situation.known)
        worth = value[topic.id] if value and topic.id in value else general[topic.id]
        return (
            topic.id in situation.known,
            not first,
            missing if situation.known else 0,
            -worth,
            topic.difficulty,
            topic.id,
        )

    return min(topics, key=rank)


def _verdict(situation: Situation, winner: Topic, others: list[Topic]) -> str:
    base = situation.base
    name, rest = wording.name(base, winner), [wording.name(base, other) for other in others]
    if any(winner.id in base.graph.ancestors([other.id]) for other in others):
        return f"{wording.capital(name)} first: that is the ground for {wording.join(rest)}."
    if any(winner.id in base.graph.edges[other.id] for other in others):
        return f"{wording.capital(name)} first: that makes {wording.join(rest)} easier."
    goal = situation.profile.goal
    if goal:
        if winner.id in goal:
            return f"{wording.capital(name)}, since that is where you want to go."
        aim = wording.goal(base, goal[0])
        return (
            f"{wording.capital(name)} brings you further if you want to {aim}. "
            f"Come back to {wording.join(rest)} when the work asks for it."
        )
    return (
        f"{wording.capital(name)}, if nothing else decides: more roles ask for it. Neither needs "
        "the other, so a job or a project at hand may turn it round."
    )


def _compare_roles(situation: Situation) -> Draft:
    base = situation.base
    roles = [base.roles[name] for name in situation.understanding.roles[:3]]
    items = tuple(
        paragraph(
            Statement(
                f"**{role.title}**: {wording.first_sentences(role.work, 2)}", f"role:{role.id}#role"
            )
        )
        for role in roles
    )
    shared = _shared(situation, roles)
    blocks: list[Block] = [paragraph(Statement(_nearest_role(situation, roles))), Bullets(items)]
    if shared:
        who = "Both" if len(roles) == 2 else "All of them"
        common = wording.names(base, shared, 3)
        text = f"{who} start with {common}, so you can begin before you decide."
        blocks.append(paragraph(Statement(text, f"role:{roles[0].id}#role")))
    return Draft(
        behaviour="answer",
        intent="compare",
        blocks=tuple(blocks),
        topics=tuple(shared[:4]),
        follow_ups=tuple(f"Make me a plan to {wording.goal(base, role.id)}" for role in roles[:3]),
    )


def _shared(situation: Situation, roles: list[Role]) -> list[str]:
    closures = [set(goal_value(situation.base, [role.id]).required) for role in roles]
    common = set.intersection(*closures) - situation.known
    return situation.base.graph.order(common)


def _nearest_role(situation: Situation, roles: list[Role]) -> str:
    """Say which role is nearest for this person: the fewest hours still to learn."""
    base = situation.base
    left = {
        role.id: sum(
            base.topics[t].hours.midpoint
            for t in goal_value(base, [role.id]).required
            if t not in situation.known
        )
        for role in roles
    }
    nearest = min(left, key=lambda name: (left[name], name))
    lines = [
        f"{wording.role_name(base, name)} about {wording.hours(amount)}"
        for name, amount in left.items()
    ]
    return (
        f"Nearest for you is {wording.role_name(base, nearest)}; "
        f"still to learn, by our estimates: {wording.join(lines)}."
    )
