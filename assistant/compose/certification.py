"""Compose the answer about certificates: what is free, what is paid, what no longer exists."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from knowledge import Topic
from knowledge.models import Certification

_LABELS = {
    "free": "free",
    "paid": "paid",
    "none": "not a certificate",
    "discontinued": "discontinued",
}


def compose_certification(situation: Situation) -> Draft:
    """Name the certifications of the topics, free ones first, with the truth about each."""
    topics = situation.topics[:3] or _of_roles(situation)
    blocks: list[Block] = []
    resources: list[str] = []
    for topic in topics:
        blocks += _about(situation, topic, resources)
    name = wording.name(situation.base, topics[0])
    return Draft(
        behaviour="answer",
        intent="certification",
        blocks=tuple(blocks),
        topics=tuple(topic.id for topic in topics),
        resources=tuple(dict.fromkeys(resources)),
        follow_ups=("Certificate or portfolio?", f"Which project shows {name}?"),
    )


def offers_certificate(situation: Situation) -> bool:
    """Tell whether a topic of the roles asked about has a certification."""
    return bool(_of_roles(situation))


def _of_roles(situation: Situation) -> tuple[Topic, ...]:
    """Return the weightiest topics of the roles asked about that have a certification."""
    base = situation.base
    entries = [e for role in situation.understanding.roles for e in base.roles[role].topics]
    ranked = sorted(entries, key=lambda entry: (-entry.weight, entry.topic))
    topics = (base.topics[entry.topic] for entry in ranked)
    return tuple(topic for topic in topics if topic.certifications)[:3]


def _about(situation: Situation, topic: Topic, resources: list[str]) -> list[Block]:
    name = wording.name(situation.base, topic)
    order = list(_LABELS)
    listed = sorted(topic.certifications, key=lambda item: order.index(item.cost))
    if not listed:
        chunk = situation.chunk(topic.id, "projects")
        project = topic.projects[0]
        text = (
            f"What counts instead is something to show, such as **{project.title}**: "
            f"{wording.within(project.deliverable)}"
        )
        none = f"For {name} there is none that I know and could stand behind."
        return [paragraph(Statement(none), Statement(text, chunk))]
    chunk = situation.chunk(topic.id, "certifications")
    free = [item for item in listed if item.cost == "free"]
    paid = [item for item in listed if item.cost == "paid"]
    if free:
        titles = wording.join([item.title for item in free[:2]])
        lead = f"Yes, for {name} you can get a certificate without paying: {titles}."
    elif paid:
        lead = f"Only paid ones for {name}: {wording.join([item.title for item in paid[:2]])}."
    else:
        lead = f"No certificate for {name} stands up to a closer look."
    resources += [
        item.resource
        for item in listed
        if item.resource and situation.base.resources[item.resource].is_recommendable
    ]
    return [
        paragraph(Statement(lead, chunk)),
        Bullets(tuple(_item(situation, item, chunk) for item in listed[:5])),
    ]


def _item(situation: Situation, item: Certification, chunk: str | None) -> Paragraph:
    resource = situation.base.resources[item.resource] if item.resource else None
    title = (
        wording.link(resource)
        if resource and resource.is_recommendable and resource.title == item.title
        else f"**{item.title}**"
    )
    where = (
        f" See {wording.link(resource)}."
        if resource and resource.is_recommendable and resource.title != item.title
        else ""
    )
    return paragraph(Statement(f"{title} ({_LABELS[item.cost]}): {item.note}{where}", chunk))
