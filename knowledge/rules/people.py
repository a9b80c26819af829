"""Check what people are led to: guides, roles, areas and the use of every resource."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem


def thin_guides(base: KnowledgeBase) -> Iterator[Problem]:
    """Find guides that rest on fewer than two resources that can still be read."""
    for guide in base.guides.values():
        usable = [name for name in guide.sources if base.resources[name].is_recommendable]
        if len(usable) < 2:
            message = f"rests on {len(usable)} resources that still answer; name at least two"
            yield base.problem("guide", guide.id, "sources", message)


def thin_roles(base: KnowledgeBase) -> Iterator[Problem]:
    """Find roles that require nothing."""
    for role in base.roles.values():
        if not any(entry.required for entry in role.topics):
            message = "no topic is required; mark those without which nobody is hired"
            yield base.problem("role", role.id, "topics", message)


def unused_resources(base: KnowledgeBase) -> Iterator[Problem]:
    """Find resources that no topic, guide, role or certification names, nor a used old address."""
    used = {name for topic in base.topics.values() for name in topic.resources}
    used |= {c.resource for t in base.topics.values() for c in t.certifications if c.resource}
    used |= {name for guide in base.guides.values() for name in guide.sources}
    used |= {name for role in base.roles.values() for name in role.resources}
    used |= {r.successor for r in base.resources.values() if r.id in used and r.successor}
    for resource in base.resources.values():
        if resource.id not in used:
            message = f"nobody uses `{resource.id}`; list it in a topic or remove it"
            yield base.problem("resource", resource.id, "id", message)


def empty_areas(base: KnowledgeBase) -> Iterator[Problem]:
    """Find areas without a topic."""
    filled = {topic.area for topic in base.topics.values()}
    for area in base.areas.values():
        if area.id not in filled:
            message = f"the area `{area.id}` has no topic; add one or remove the area"
            yield base.problem("area", area.id, "id", message)
