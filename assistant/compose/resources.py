"""Compose the answer to "from what should I learn it?": filtered as asked, the best first."""

from __future__ import annotations

import re

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import choose_resources, mismatches
from assistant.profile import Preferences
from knowledge import Resource, Topic

SHOWN = 4
"""How many resources an answer names."""
_ON_HOURS = re.compile(r"Hours are a third party's estimate|About \d+ hours")
"""How a note speaks of the hours that an answer gives already."""
_CERTIFICATES = {
    "free": "The certificate is free.",
    "paid": "The certificate costs money.",
    "none": "",
}


def compose_resources(situation: Situation) -> Draft:
    """Name the one that suits best and why, then a few others; say honestly when none matches."""
    topics = situation.topics[:3]
    share = max(1, SHOWN // len(topics))
    blocks: list[Block] = []
    shown: list[Resource] = []
    for topic in topics:
        choice = choose_resources(situation.base, [topic.id], situation.profile.preferences)
        listed = choice.matching[:share] if choice.matching else choice.others[:2]
        blocks += _about(situation, topic, listed, matching=bool(choice.matching))
        shown += [resource for resource in listed if resource not in shown]
    blocks += _gone(situation, topics)
    return Draft(
        behaviour="answer",
        intent="resources",
        blocks=tuple(blocks),
        topics=tuple(topic.id for topic in topics),
        resources=tuple(resource.id for resource in (*shown, *_named(situation)) if resource),
        follow_ups=_follow_ups(situation, topics[0]),
    )


def _about(
    situation: Situation, topic: Topic, listed: tuple[Resource, ...], *, matching: bool
) -> list[Block]:
    """Return the best resource of a topic in a sentence or two, and the others in a line each."""
    chunk = situation.chunk(topic.id, "resources")
    if not matching:
        lead = _nothing(situation, topic, listed)
        items = tuple(_item(situation, topic, resource) for resource in listed)
        return [paragraph(Statement(lead, chunk)), Bullets(items)]
    best, *others = listed
    blocks: list[Block] = [
        paragraph(
            Statement(_lead(situation, topic, best), chunk),
            Statement(_remarks(best), chunk),
        )
    ]
    if others:
        blocks.append(Bullets(tuple(_item(situation, topic, resource) for resource in others)))
    return blocks


def _follow_ups(situation: Situation, topic: Topic) -> tuple[str, ...]:
    name = wording.name(situation.base, topic)
    wants_exercises = situation.profile.preferences.formats == ("interactive",)
    other = "Not video, please" if wants_exercises else "Something with exercises, please"
    return (f"What do I need before {name}?", other, f"How long does {name} take?")


def asked_for(preferences: Preferences) -> str:
    """Return the preferences as words before "resource": "free written"."""
    words: list[str] = []
    if preferences.cost:
        words.append("free" if "free" in preferences.cost else "paid")
    names = {"text": "written", "video": "video", "interactive": "hands-on"}
    words += [names[item] for item in preferences.formats]
    words += [f"{item}-free" for item in preferences.avoid_formats]
    if preferences.max_hours is not None:
        words.append("short")
    return " ".join(words)


def _lead(situation: Situation, topic: Topic, best: Resource) -> str:
    """Name the best one, with what it is, in the words of what was asked for."""
    name, what = wording.name(situation.base, topic), asked_for(situation.profile.preferences)
    described = f"{wording.described(best)} by {best.provider}"
    suits = "" if what else situation.suits(best)
    if what:
        return f"For {name}, the best {what} choice is {described}."
    return situation.pick(
        f"For {name}, start with {described}{suits}.",
        f"The one I would take for {name} is {described}{suits}.",
        f"My choice for {name} is {described}{suits}.",
    )


def _remarks(resource: Resource) -> str:
    """Return what else is worth knowing: the note, the certificate, a level beyond beginners."""
    note = " ".join(s for s in wording.sentences(resource.note) if not _ON_HOURS.match(s))
    certificate = "" if "certificate" in note else _CERTIFICATES[resource.certificate]
    level = f"It is {resource.level} level." if resource.level != "beginner" else ""
    return " ".join(part for part in (note, certificate, level) if part)


def _nothing(situation: Situation, topic: Topic, others: tuple[Resource, ...]) -> str:
    """Say that nothing matches, and in what the nearest ones differ."""
    wanted = situation.profile.preferences
    kind = wanted.types[0] if wanted.types else "resource"
    name = wording.name(situation.base, topic)
    what = f"{asked_for(wanted)} {kind}".strip()
    what += " with a certificate" if wanted.certificate else ""
    provider = (
        f" without {wording.join(wanted.avoid_providers, 'or')}" if wanted.avoid_providers else ""
    )
    if not others:
        return f"I know no {what} for {name}{provider}, and nothing close to it."
    labels = {
        "cost": "cost",
        "formats": "format",
        "avoid_formats": "format",
        "types": "kind",
        "max_hours": "length",
        "certificate": "certificate",
        "language": "language",
        "avoid_providers": "provider",
    }
    differing = wording.join([labels[item] for item in mismatches(others[0], wanted)])
    nearest = "this one differs" if len(others) == 1 else "these come closest and differ"
    return f"I know no {what} for {name}{provider}; {nearest} in {differing}."


def _item(situation: Situation, topic: Topic, resource: Resource) -> Paragraph:
    """Return one further resource in a line: what it is and its most telling remark."""
    remark = wording.first_sentences(_remarks(resource))
    text = f"{wording.described(resource)}. {remark}".strip()
    return paragraph(Statement(text, situation.chunk(topic.id, "resources")))


def _named(situation: Situation) -> list[Resource]:
    return [situation.base.resources[name] for name in situation.understanding.resources]


def _gone(situation: Situation, topics: list[Topic]) -> list[Block]:
    """Say what became of resources that people will meet under an old name."""
    lines: list[Block] = []
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
    return lines[:2]


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
        what = f"{wording.described(resource)} by {resource.provider}."
        blocks.append(paragraph(Statement(f"{what} {_remarks(resource)}".strip(), chunk)))
    else:
        blocks.append(paragraph(Statement(status_sentence(situation, resource), chunk)))
        shown = [base.resources[resource.successor]] if resource.successor else []
    if users and not shown and (instead := situation.best_resource(users[0])):
        text = f"For {wording.name(base, users[0])} take {wording.described(instead)} now."
        blocks.append(paragraph(Statement(text, situation.chunk(users[0], "resources"))))
        shown = [instead]
    elif users:
        text = f"Take it for {wording.names(base, users, 3)}."
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
