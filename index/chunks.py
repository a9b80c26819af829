"""Cut the knowledge base into chunks that follow its own structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index import wording
from knowledge import Guide, KnowledgeBase, Role, Topic

# Raised whenever the same content would give other chunks or other embedded text.
CHUNKER_VERSION = 2

TOPIC_FACETS = ("overview", "prerequisites", "resources", "projects", "certifications")


@dataclass(frozen=True)
class Chunk:
    """The unit that is embedded, retrieved and cited.

    `text` is what an answer may quote; `search_text` is what the encoder and the keyword search
    read; `source` is "file:line"; `resources` are the ids of the resources the text rests on.
    """

    id: str
    text: str
    title: str
    facet: str
    source: str
    topic_id: str | None = None
    guide_id: str | None = None
    role_id: str | None = None
    resources: tuple[str, ...] = ()
    search_text: str = ""


def build_chunks(base: KnowledgeBase) -> list[Chunk]:
    """Return one chunk per facet of a topic, per part of a guide and per role, in content order."""
    chunks: list[Chunk] = []
    for topic in base.topics.values():
        chunks.extend(_topic_chunks(topic, base))
    for guide in base.guides.values():
        chunks.extend(_guide_chunks(guide, base))
    for role in base.roles.values():
        chunks.append(_role_chunk(role, base))
    return chunks


def _topic_chunks(topic: Topic, base: KnowledgeBase) -> Iterator[Chunk]:
    recommendable = tuple(name for name in topic.resources if base.resources[name].is_recommendable)
    certified = tuple(c.resource for c in topic.certifications if c.resource)
    resources = {"resources": topic.resources, "certifications": certified or recommendable}
    for facet in TOPIC_FACETS:
        text = wording.topic_text(topic, facet, base)
        if text:
            yield Chunk(
                id=f"topic:{topic.id}#{facet}",
                text=text,
                title=topic.title if facet == "overview" else f"{topic.title}: {facet}",
                facet=facet,
                source=base.source("topic", topic.id, "" if facet == "overview" else facet),
                topic_id=topic.id,
                resources=resources.get(facet, recommendable),
                search_text=wording.topic_search_text(topic, facet, text),
            )


def _guide_chunks(guide: Guide, base: KnowledgeBase) -> Iterator[Chunk]:
    text = wording.verdict_text(guide)
    yield Chunk(
        id=f"guide:{guide.id}#verdict",
        text=text,
        title=guide.title,
        facet="verdict",
        source=base.source("guide", guide.id, "verdict"),
        guide_id=guide.id,
        resources=guide.sources,
        search_text=text,
    )
    for position, section in enumerate(guide.sections):
        text = f"{guide.title}: {section.title}\n{wording.unwrapped(section.body)}"
        yield Chunk(
            id=f"guide:{guide.id}#section-{position + 1}",
            text=text,
            title=f"{guide.title}: {section.title}",
            facet="section",
            source=base.source("guide", guide.id, f"sections.{position}"),
            guide_id=guide.id,
            resources=guide.sources,
            search_text=text,
        )


def _role_chunk(role: Role, base: KnowledgeBase) -> Chunk:
    text = wording.role_text(role, base)
    return Chunk(
        id=f"role:{role.id}#role",
        text=text,
        title=role.title,
        facet="role",
        source=base.source("role", role.id),
        role_id=role.id,
        resources=role.resources,
        search_text=text,
    )
