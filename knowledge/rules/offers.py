"""Check what each topic offers: free, readable, watchable and hands-on."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.base import KnowledgeBase
from knowledge.coverage import coverage_of
from knowledge.errors import Problem


def missing_offers(base: KnowledgeBase) -> Iterator[Problem]:
    """Find topics without two active free resources, one of them text, the first one active."""
    for topic in base.topics.values():
        coverage = coverage_of(topic, base)
        if len(coverage.free) < 2:
            message = f"has {len(coverage.free)} active free resources; add some until there are 2"
            yield base.problem("topic", topic.id, "resources", message)
        elif not coverage.text:
            message = "has no active free resource to read; add one for those who cannot watch"
            yield base.problem("topic", topic.id, "resources", message)
        if topic.resources and base.resources[topic.resources[0]].status != "active":
            message = (
                f"the first resource, `{topic.resources[0]}`, is not active; put another first"
            )
            yield base.problem("topic", topic.id, "resources.0", message)


def untrue_certificates(base: KnowledgeBase) -> Iterator[Problem]:
    """Find certifications whose cost contradicts the resource they name."""
    for topic in base.topics.values():
        for position, certification in enumerate(topic.certifications):
            if certification.resource is None:
                continue
            resource = base.resources[certification.resource]
            if certification.cost == "free" and resource.certificate != "free":
                claim = f"`{resource.id}` has `certificate: {resource.certificate}`"
                message = f"is called free, but {claim}; one of the two is wrong"
                yield base.problem("topic", topic.id, f"certifications.{position}", message)
