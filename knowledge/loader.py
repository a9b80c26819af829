"""Read content directories into a validated knowledge base, or list everything wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from knowledge.base import Kind, KnowledgeBase, Place
from knowledge.errors import ContentError, Problem
from knowledge.models import Area, Guide, Record, Resource, Role, Topic
from knowledge.overlay import overlay
from knowledge.yaml_source import Document, parse_yaml

CONTENT = Path(__file__).parent / "content"

_KINDS: dict[str, tuple[Kind, type[Record]]] = {
    "areas": ("area", Area),
    "topics": ("topic", Topic),
    "resources": ("resource", Resource),
    "roles": ("role", Role),
}
_HEADING = re.compile(r"^## +(.+?)\s*$", re.MULTILINE)
_R = TypeVar("_R", bound=Record)


def load_knowledge(*directories: Path) -> KnowledgeBase:
    """Load one or more content directories (ours if none is named) as one knowledge base.

    A directory holds `areas.yaml`, `topics/`, `resources/`, `roles/` (YAML: one record a file, or a
    list under the plural's name) and `guides/*.md` (Markdown with YAML front matter).
    Raises ContentError with every problem found: file, line, field and what to do.
    """
    reading = read_content(*directories)
    if reading.problems:
        raise ContentError(reading.problems)
    return reading.base()


def read_content(*directories: Path) -> Reading:
    """Read the directories and return what could be read together with all problems."""
    reading = Reading(content_directories(directories))
    for directory in reading.directories:
        reading.read_directory(directory)
    reading.check_references()
    return reading


def content_directories(directories: Sequence[Path]) -> tuple[Path, ...]:
    """Return the directories, each once, ours where none is named, however ours is spelt."""
    ours = CONTENT.resolve()
    named = (CONTENT if path.resolve() == ours else path for path in directories)
    return tuple(dict.fromkeys(named)) or (CONTENT,)


@dataclass
class Reading:
    """The state of reading: records found so far, where they stand, and what is wrong."""

    directories: tuple[Path, ...]
    records: dict[Kind, dict[str, Any]] = field(
        default_factory=lambda: {"area": {}, "topic": {}, "resource": {}, "role": {}, "guide": {}}
    )
    places: dict[tuple[Kind, str], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[Kind, str]] = field(default_factory=set)  # "" is all of a file that failed

    def base(self) -> KnowledgeBase:
        """Return the knowledge base of all records that were read."""
        order = {identifier: rank for rank, identifier in enumerate(self.records["area"])}
        topics = sorted(
            self.records["topic"].values(), key=lambda topic: order.get(topic.area, len(order))
        )
        return KnowledgeBase(
            areas=self.records["area"],
            topics={topic.id: topic for topic in topics},
            resources=self.records["resource"],
            roles=self.records["role"],
            guides=self.records["guide"],
            places=self.places,
            directories=self.directories,
        )

    def read_directory(self, directory: Path) -> None:
        """Read every content file below `directory`."""
        try:
            files = content_files(directory) if directory.is_dir() else None
        except OSError:  # a name that is too long, a folder that may not be read
            files = None
        if not files:
            what = "no such directory" if files is None else "nothing to read in this directory"
            message = f"there is {what}; name one that holds topics/ and resources/"
            self.problems.append(Problem(str(directory), 1, "", message))
            return
        for path in files:
            file = display_path(path, directory)
            try:
                text = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                message = f"cannot be read as UTF-8 text ({error}); save it as UTF-8"
                self.problems.append(Problem(file, 1, "", message))
                continue
            if path.suffix == ".md":
                self._read_guide(text, file)
            else:
                self._read_yaml(text, file, _plural_of(path, directory))

    def _read_yaml(self, text: str, file: str, plural: str) -> None:
        kind, model = _KINDS[plural]
        document, problems = parse_yaml(text, file)
        self.problems.extend(problems)
        if document is None:
            self.unread.add((kind, ""))
        if document is None or document.data is None:
            return
        data = document.data
        if isinstance(data, dict) and set(data) == {plural} and isinstance(data[plural], list):
            documents = _documents_of_items(document, plural)
            for position, item in enumerate(data[plural]):
                self._add(kind, model, item, documents[position], file)
        elif isinstance(data, dict):
            self._add(kind, model, data, document, file)
        else:
            message = f"expected one {kind} or a list under `{plural}:`; see the files beside it"
            self.problems.append(Problem(file, 1, "", message))

    def _read_guide(self, text: str, file: str) -> None:
        text = text.replace("\r\n", "\n")
        parts = text.split("\n---\n", 1)
        if not text.startswith("---\n") or len(parts) != 2:
            message = "a guide begins with its fields between two lines of `---`"
            self.problems.append(Problem(file, 1, "", message))
            return
        head, body = parts[0][4:], parts[1]
        document, problems = parse_yaml(head, file, first_line=2)
        self.problems.extend(problems)
        if document is None or not isinstance(document.data, dict):
            return
        sections = list(_sections(body))
        body_line = text[: len(parts[0])].count("\n") + 3
        lines = dict(document.lines)
        data = dict(document.data)
        data["sections"] = [
            {"title": title, "body": section_body} for title, _, section_body in sections
        ]
        for position, (_, offset, _) in enumerate(sections):
            lines[("sections", position)] = body_line + body[:offset].count("\n")
        lines.setdefault(("sections",), body_line)
        self._add("guide", Guide, data, Document(data, lines), file)

    def _add(
        self,
        kind: Kind,
        model: type[_R],
        data: Any,
        document: Document,
        file: str,
    ) -> None:
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            for details in error.errors():
                where = tuple(details["loc"])
                field_name = ".".join(str(part) for part in where)
                message = _advice(details["type"], details["msg"], details.get("input"))
                self.problems.append(Problem(file, document.line(where), field_name, message))
            if isinstance(data, dict):
                self.unread.add((kind, str(data.get("id", ""))))
            return
        identifier: str = getattr(record, "id")  # noqa: B009 - every content record has an id
        line = document.line(())
        if identifier in self.records[kind]:
            merged = overlay(self.records[kind][identifier], record)
            if merged is not None:
                self.records[kind][identifier] = merged
                return
            other = self.places[(kind, identifier)].source()
            message = f"{kind} `{identifier}` stands at {other} already; give one another id"
            self.problems.append(Problem(file, line, "id", message))
            return
        self.records[kind][identifier] = record
        self.places[(kind, identifier)] = Place(file, _field_lines(document))

    def check_references(self) -> None:
        """Add a problem for every id that is named but does not exist."""
        known = self.records
        for topic in known["topic"].values():
            self._must_exist("area", [topic.area], "topic", topic.id, "area")
            edges = [edge.topic for edge in topic.prerequisites]
            self._must_exist("topic", edges, "topic", topic.id, "prerequisites")
            self._must_exist("resource", topic.resources, "topic", topic.id, "resources")
            certified = [c.resource for c in topic.certifications if c.resource]
            self._must_exist("resource", certified, "topic", topic.id, "certifications")
        for resource in known["resource"].values():
            successor = [resource.successor] if resource.successor else []
            self._must_exist("resource", successor, "resource", resource.id, "successor")
        for role in known["role"].values():
            self._must_exist("topic", [t.topic for t in role.topics], "role", role.id, "topics")
            self._must_exist("resource", role.resources, "role", role.id, "resources")
        for guide in known["guide"].values():
            self._must_exist("topic", guide.topics, "guide", guide.id, "topics")
            self._must_exist("resource", guide.sources, "guide", guide.id, "sources")

    def _must_exist(
        self, kind: Kind, names: Sequence[str], owner_kind: Kind, owner: str, field_name: str
    ) -> None:
        for position, name in enumerate(names):
            # A record that could not be read has its problem already, on its own line.
            if name in self.records[kind] or self.unread & {(kind, name), (kind, "")}:
                continue
            place = self.places[(owner_kind, owner)]
            item = f"{field_name}.{position}"
            where = item if item in place.lines else field_name
            near = _nearest(name, self.records[kind])
            message = f"there is no {kind} `{name}`" + (f"; did you mean `{near}`?" if near else "")
            self.problems.append(Problem(place.file, place.line(where), where, message))


def content_files(directory: Path) -> list[Path]:
    """Return every content file below `directory`, in a fixed order."""
    folders = ("topics", "resources", "roles")
    return [
        *(path for path in [directory / "areas.yaml"] if path.is_file()),
        *(path for folder in folders for path in sorted((directory / folder).rglob("*.yaml"))),
        *sorted((directory / "guides").rglob("*.md")),
    ]


def display_path(path: Path, directory: Path) -> str:
    """Return the path as people see it: `knowledge/content/…` for ours, else from its folder."""
    root = "knowledge/content" if directory == CONTENT else directory.resolve().name
    return f"{root}/{path.relative_to(directory).as_posix()}"


def _plural_of(path: Path, directory: Path) -> str:
    first = path.relative_to(directory).parts[0]
    return first.removesuffix(".yaml")


def _sections(body: str) -> Iterator[tuple[str, int, str]]:
    headings = list(_HEADING.finditer(body))
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        end = following.start() if following else len(body)
        yield heading.group(1), heading.start(), body[heading.end() : end].strip()


def _documents_of_items(document: Document, plural: str) -> list[Document]:
    """Give each item of a list its own lines, in one pass over the file's."""
    lines: list[dict[tuple[str | int, ...], int]] = [{} for _ in document.data[plural]]
    for path, line in document.lines.items():
        if len(path) > 1 and isinstance(path[1], int):
            lines[path[1]][path[2:]] = line
    return [
        Document(item, item_lines)
        for item, item_lines in zip(document.data[plural], lines, strict=True)
    ]


def _field_lines(document: Document) -> dict[str, int]:
    # A field and its items are enough: deeper parts stand on or just below the item's line.
    return {
        ".".join(map(str, path)): line for path, line in document.lines.items() if len(path) <= 2
    }


def _advice(kind: str, message: str, given: object) -> str:
    match kind:
        case "missing":
            return "this field is missing; add it"
        case "extra_forbidden":
            return "there is no such field; remove it or mend its spelling"
        case _:
            shown = repr(given)
            return f"{message} (got {shown if len(shown) <= 60 else shown[:57] + '…'})"


def _nearest(name: str, candidates: dict[str, Any]) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(name, candidates, n=1, cutoff=0.75)
    return close[0] if close else None
