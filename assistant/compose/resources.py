"""Compose the answer to "from what should I learn it?": filtered as asked, the best first."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import choose_resources, mismatches
from assistant.profile import Preferences
from knowledge import Resource, Topic

SHOWN = 5
"""How many resources an answer names."""


def compose_resources(situation: Situation) -> Draft:
    """List what matches the request, best first and why; say honestly when nothing does."""
    topics = situation.topics[:3]
    wanted = situation.profile.preferences
    share = max(2, SHOWN // len(topics))
    blocks: list[Block] = []
    shown: list[Resource] = []
    for topic in topics:
        choice = choose_resources(situation.base, [topic.id], wanted)
        if choice.matching:
            listed = choice.matching[:share]
            blocks.append(
                paragraph(
                    Statement(
                        _lead(situation, topic, listed[0], wanted),
                        situation.chunk(topic.id, "resources"),
                    )
                )
            )
        else:
            listed = choice.others[:2]
            blocks.append(paragraph(Statement(_nothing(situation, topic, listed, wanted))))
        blocks.append(Bullets(tuple(_item(situation, topic, resource) for resource in listed)))
        shown += [resource for resource in listed if resource not in shown]
    blocks += _gone(situation, topics)
    name = wording.name(situation.base, topics[0])
    return Draft(
        behaviour="answer",
        intent="resources",
        blocks=tuple(blocks),
        topics=tuple(topic.id for topic in topics),
        resources=tuple(resource.id for resource in (*shown, *_named(situation)) if resource),
        follow_ups=(
            f"What do I need before {name}?",
            "Something with exercises, please"
            if wanted.formats != ("interactive",)
            else "Not video, please",
            f"How long does {name} take?",
        ),
    )


def asked_for(preferences: Preferences) -> str:
    """Return the preferences as words before "resource": "free written"."""
    words: list[str] = []
    if preferences.cost:
        words.append("free" if "free" in preferences.cost else "paid")
    names = {"text": "written", "video": "video", "interactive": "hands-on"}
    words += [names[item] for item in preferences.formats]
    words += [f"non-{item}" for item in preferences.avoid_formats]
    if preferences.max_hours is not None:
        words.append("short")
    return " ".join(words)


def _lead(situation: Situation, topic: Topic, best: Resource, wanted: Preferences) -> str:
    name = wording.name(situation.base, topic)
    what = asked_for(wanted)
    if what:
        return f"For {name}, the best {what} choice is {wording.link(best)}{_because(best)}."
    return situation.pick(
        f"For {name}, start with {wording.link(best)}{_because(best)}.",
        f"The one I would take for {name} is {wording.link(best)}{_because(best)}.",
    )


def _because(resource: Resource) -> str:
    if "interactive" in resource.formats:
        return ": you practise while you read"
    if resource.type == "book":
        return ": one thread from start to end"
    if resource.type == "docs":
        return ": first-hand and kept up to date"
    return ""


def _nothing(
    situation: Situation, topic: Topic, others: tuple[Resource, ...], wanted: Preferences
) -> str:
    kind = wanted.types[0] if wanted.types else "resource"
    name = wording.name(situation.base, topic)
    what = f"{asked_for(wanted)} {kind}".strip()
    provider = (
        f" without {wording.join(wanted.avoid_providers, 'or')}" if wanted.avoid_providers else ""
    )
    if not others:
        return f"I know no {what} for {name}{provider}, and nothing close to it."
    missed = mismatches(others[0], wanted)
    labels = {
        "cost": "cost",
        "formats": "format",
        "avoid_formats": "format",
        "types": "type",
        "max_hours": "length",
        "certificate": "certificate",
        "language": "language",
        "avoid_providers": "provider",
    }
    differing = wording.join([labels[item] for item in missed])
    return f"I know no {what} for {name}{provider}; the closest differ in {differing}:"


def _item(situation: Situation, topic: Topic, resource: Resource) -> Paragraph:
    level = f" For {resource.level} level."
    certificate = {
        "free": " With a free certificate.",
        "paid": " The certificate costs money.",
        "none": "",
    }[resource.certificate]
    note = f" {resource.note}" if resource.note else ""
    text = f"{wording.described(resource)}, by {resource.provider}.{level}{certificate}{note}"
    return paragraph(Statement(text, situation.chunk(topic.id, "resources")))


def _named(situation: Situation) -> list[Resource]:
    return [situation.base.resources[name] for name in situation.understanding.resources]


def _gone(situation: Situation, topics: list[Topic]) -> list[Block]:
    """Say what became of resources that people will meet under an old name."""
    lines: list[Paragraph] = []
    asked = situation.understanding.resources
    for topic in topics:
        for name in topic.resources:
            resource = situation.base.resources[name]
            if resource.status == "retired" or (resource.status == "moved" and name in asked):
                lines.append(
                    paragraph(
                        Statement(
                            status_sentence(situation, resource),
                            situation.chunk(topic.id, "resources"),
                        )
                    )
                )
    return [Bullets(tuple(lines[:2]))] if lines else []


def status_sentence(situation: Situation, resource: Resource) -> str:
    """Say that a resource has moved or gone, and what to use instead."""
    successor = situation.base.resources.get(resource.successor or "")
    instead = f"; use {wording.link(successor)} instead" if successor else ""
    state = "has moved" if resource.status == "moved" else "no longer exists"
    note = f" {resource.note}" if resource.note else ""
    return f"{resource.title} {state}{instead}.{note}"


def compose_resource(situation: Situation) -> Draft:
    """Answer about one named resource: what it is, what it costs, whether it still exists."""
    base, resource = situation.base, _named(situation)[0]
    users = base.topics_of_resource[resource.id]
    chunk = _evidence(situation, resource, users)
    blocks: list[Block] = []
    shown = [resource]
    if resource.is_recommendable:
        certificate = {
            "none": "It gives no certificate.",
            "free": "Its certificate is free.",
            "paid": "Its certificate costs money.",
        }[resource.certificate]
        what = f"{wording.described(resource)}, by {resource.provider}, for {resource.level} level."
        blocks.append(paragraph(Statement(f"{what} {certificate} {resource.note}".strip(), chunk)))
    else:
        blocks.append(paragraph(Statement(status_sentence(situation, resource), chunk)))
        shown = [base.resources[resource.successor]] if resource.successor else []
    if users and not shown and (instead := situation.best_resource(users[0])):
        text = f"For {wording.name(base, users[0])} take {wording.described(instead)} now."
        blocks.append(paragraph(Statement(text, situation.chunk(users[0], "resources"))))
        shown = [instead]
    elif users:
        text = f"It is listed under {wording.names(base, users, 3)}."
        blocks.append(paragraph(Statement(text, chunk)))
    intent = situation.understanding.intent
    return Draft(
        behaviour="answer",
        intent=intent if intent == "certification" else "resources",
        blocks=tuple(blocks),
        topics=tuple(users),
        resources=tuple(item.id for item in shown),
        follow_ups=tuple(f"Free resources for {wording.name(base, name)}" for name in users[:2]),
    )


def _evidence(situation: Situation, resource: Resource, users: tuple[str, ...]) -> str | None:
    """Return the chunk that speaks of a resource: of a topic, its certifications, or a guide."""
    for topic in users:
        facet = "resources" if resource.id in situation.base.topics[topic].resources else ""
        if chunk := situation.chunk(topic, facet or "certifications"):
            return chunk
    for guide in situation.base.guides.values():
        if resource.id in guide.sources:
            return f"guide:{guide.id}#verdict"
    return None
