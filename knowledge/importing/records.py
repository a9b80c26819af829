"""Turn findings into draft records: topics under our ids where we know them, else their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from knowledge.base import KnowledgeBase
from knowledge.importing.addresses import normalise_address
from knowledge.importing.edges import Edges
from knowledge.importing.findings import Findings, FoundResource, FoundTopic, LeftOut
from knowledge.importing.known import KnownTopics
from knowledge.importing.report import ImportedResource, ImportedTopic, TopicLink
from knowledge.importing.resource_records import digest, resource_record, slug
from knowledge.importing.topic_records import Naming, merge_topic, topic_record
from knowledge.importing.vocabulary import fold
from knowledge.models import Resource

Record = dict[str, Any]


@dataclass
class Records:
    """What is to be written, by id, and the rows of the report."""

    areas: dict[str, Record] = field(default_factory=dict)
    topics: dict[str, Record] = field(default_factory=dict)
    resources: dict[str, Record] = field(default_factory=dict)
    topic_rows: list[ImportedTopic] = field(default_factory=list)
    resource_rows: list[ImportedResource] = field(default_factory=list)
    links: list[TopicLink] = field(default_factory=list)


def build_records(
    findings: Findings, base: KnowledgeBase, known: KnownTopics, naming: Naming
) -> Records:
    """Return the records of everything found; `naming` gives the area, the date and earlier ids."""
    builder = _Builder(findings, base, known, naming)
    builder.add_resources()
    builder.add_topics()
    Edges(builder.records, findings, base, known, builder.topic_ids, builder.our_resources).add()
    return builder.records


class _Builder:
    def __init__(
        self, findings: Findings, base: KnowledgeBase, known: KnownTopics, naming: Naming
    ) -> None:
        self.findings = findings
        self.base = base
        self.known = known
        self.naming = naming
        self.records = Records()
        self.topic_ids: dict[int, str] = {}
        self.resource_ids: dict[int, str] = {}
        self.taken_topic_ids = {*base.topics, *naming.topic_ids.values()}
        self.taken_resource_ids = {*base.resources, *naming.resource_ids.values()}
        self.our_addresses: dict[str, str] = {}
        for resource in base.resources.values():
            self.our_addresses.setdefault(normalise_address(resource.url), resource.id)

    # Resources

    def add_resources(self) -> None:
        levels: dict[int, str] = {}
        for topic in self.findings.topics:
            for resource in topic.resources:
                if topic.level:
                    levels.setdefault(id(resource), topic.level)
        for key, found in self.findings.resources.items():
            self._add_resource(key, found, levels.get(id(found)))

    def _add_resource(self, key: str, found: FoundResource, level: str | None) -> None:
        ours = self.our_addresses.get(key)
        source = f"{found.file}:{found.line}"
        if ours is not None:
            record = self.our_resource(ours, source)
        else:
            identifier = self._resource_id(key, found)
            record = resource_record(found, identifier, level, self.naming.today)
        try:
            Resource.model_validate(record)
        except ValidationError:
            reason = "not a valid web address"
            self.findings.left_out.append(
                LeftOut(found.line, found.title, found.url, reason, found.file)
            )
            return
        self.resource_ids[id(found)] = record["id"]
        self.records.resources[record["id"]] = record
        self.records.resource_rows.append(
            ImportedResource(record["id"], found.title, found.url, found.line, found.file)
        )

    def our_resource(self, identifier: str, source: str) -> Record:
        """Return a copy of our record of a resource, marked as imported."""
        record = self.base.resources[identifier].model_dump(mode="json", exclude_defaults=True)
        record.pop("successor", None)  # it need not stand among the imported ones
        record["draft"] = {"source": source, "missing": []}
        return record

    def our_resources(self, identifier: str) -> list[str]:
        """Add copies of the first resources of one of our topics; return their ids."""
        chosen = [
            name
            for name in self.base.topics[identifier].resources
            if self.base.resources[name].status == "active"
        ][:3]
        for name in chosen:
            if name not in self.records.resources:
                self.records.resources[name] = self.our_resource(name, f"our topic {identifier}")
        return chosen

    def _resource_id(self, key: str, found: FoundResource) -> str:
        if earlier := self.naming.resource_ids.get(key):
            return earlier
        identifier = slug(found.title, "link")
        if identifier in self.taken_resource_ids:
            identifier = f"{identifier}-{digest(key)}"
        self.taken_resource_ids.add(identifier)
        return identifier

    # Topics

    def add_topics(self) -> None:
        self.records.areas[self.naming.area] = self.naming.area_record()
        own: dict[str, str] = {}
        for topic in self.findings.topics:
            identifier = self._topic_id(topic, own)
            self.topic_ids[id(topic)] = identifier
            resources = [
                self.resource_ids[id(one)]
                for one in topic.resources
                if id(one) in self.resource_ids
            ]
            ours = self.base.topics.get(identifier)
            record = topic_record(topic, identifier, resources, self.naming.area, ours)
            if earlier := self.records.topics.get(identifier):
                merge_topic(earlier, record)
            else:
                self.records.topics[identifier] = record
            self.records.topic_rows.append(
                ImportedTopic(identifier, topic.title, topic.line, topic.file, tuple(resources))
            )

    def _topic_id(self, topic: FoundTopic, own: dict[str, str]) -> str:
        match = self.known.find(topic.title)
        if match is not None:
            self.records.links.append(
                TopicLink(topic.title, topic.line, match.topic, match.confidence, False)
            )
            return match.topic
        parent = topic.parent.title if topic.parent else ""
        place = f"{fold(parent)}/{fold(topic.title)}"
        if place in own:
            return own[place]
        identifier = self.naming.topic_ids.get(place) or self._new_topic_id(topic, parent)
        own[place] = identifier
        self.naming.topic_ids[place] = identifier
        return identifier

    def _new_topic_id(self, topic: FoundTopic, parent: str) -> str:
        taken = self.taken_topic_ids
        identifier = slug(topic.title, "topic")
        if identifier in taken and parent:
            identifier = f"{slug(parent, 'topic')[:18].strip('-')}-{identifier}"
        number = 2
        candidate = identifier
        while candidate in taken:
            candidate, number = f"{identifier}-{number}", number + 1
        taken.add(candidate)
        return candidate
