"""Write what a link check found back into the YAML, leaving everything else as it stands."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from knowledge.base import KnowledgeBase
from knowledge.errors import RoadmapError
from knowledge.link_check import LinkResult, is_same_page
from knowledge.loader import content_files, display_path

_Edit = tuple[int, int, str]  # from, to, new text; in characters


def write_back(results: Iterable[LinkResult], base: KnowledgeBase, date: dt.date) -> list[Path]:
    """Write statuses and dates into the resource files; return the files that changed.

    What answered was opened on `date`: an unknown one becomes active, one that answers elsewhere
    becomes moved. What is gone becomes retired and keeps the day it was last seen. Blocked and
    unreachable ones are left alone: nothing is known about them. Comments, order and quotes stay.
    Raises RoadmapError where a file cannot be written.
    """
    changes: defaultdict[str, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for result in results:
        if fields := _changed_fields(result, base, date):
            file = base.places[("resource", result.resource.id)].file
            changes[file][result.resource.id] = fields
    paths = {
        display_path(path, directory): path
        for directory in base.directories
        for path in content_files(directory)
    }
    return [paths[file] for file, records in changes.items() if _rewrite(paths[file], records)]


def _changed_fields(result: LinkResult, base: KnowledgeBase, date: dt.date) -> Mapping[str, str]:
    opened = {"seen.date": date.isoformat(), "seen.how": "opened", "seen.where": "the page itself"}
    resource = result.resource
    match result.state:
        case "ok" if resource.status == "unknown":
            return {**opened, "status": "active"}
        case "ok":
            return opened
        case "moved" if resource.status in ("moved", "retired"):
            return opened  # a person has already said what became of it
        case "moved":
            address = str(result.moved_to)
            heirs = (r.id for r in base.resources.values() if is_same_page(r.url, address))
            heir = next((name for name in heirs if name != resource.id), None)
            successor = {"successor": heir} if heir else {}
            where = f"'redirects to {address.replace(chr(39), '%27')}'"
            return {**opened, "seen.where": where, "status": "moved", **successor}
        case "gone" if resource.status != "retired":
            return {"status": "retired"}
        case _:
            return {}


def _rewrite(path: Path, records: Mapping[str, Mapping[str, str]]) -> bool:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        edits = sorted(_edits(text, records), reverse=True)
        new = text
        for start, end, replacement in edits:
            new = new[:start] + replacement + new[end:]
        if new == text:
            return False
        # Written beside it and moved, so that an interruption leaves the old file whole.
        draft = path.with_name(f".{path.name}.new")
        draft.write_text(new, encoding="utf-8", newline="")
        draft.replace(path)
    except OSError as error:
        raise RoadmapError(
            f"{path} cannot be rewritten ({error.strerror}); run this on a clone you may change."
        ) from error
    return True


def _edits(text: str, records: Mapping[str, Mapping[str, str]]) -> Iterable[_Edit]:
    # PyYAML's own loader counts characters; libyaml's marks are not documented to.
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for node in _mappings(root):
        fields = {key.value: value for key, value in node.value}
        changes = records.get(getattr(fields.get("id"), "value", ""), {})
        for name, new in changes.items():
            head, _, tail = name.partition(".")
            value = fields.get(head)
            if tail and isinstance(value, yaml.MappingNode):
                value = {key.value: inner for key, inner in value.value}.get(tail)
            if value is None:
                yield _insertion(text, node, fields["status"], f"{name}: {new}")
            else:
                start, end = value.start_mark.index, value.end_mark.index
                yield start, start + len(text[start:end].rstrip()), new


def _insertion(text: str, node: yaml.MappingNode, status: yaml.Node, line: str) -> _Edit:
    """Put a new field behind the status, in the style in which the record is written."""
    at = status.end_mark.index
    if node.flow_style:
        return at, at, f", {line}"
    newline = "\r\n" if "\r\n" in text else "\n"
    end = text.find(newline, at)
    end = len(text) if end < 0 else end
    return end, end, f"{newline}{' ' * node.value[0][0].start_mark.column}{line}"


def _mappings(root: yaml.Node | None) -> Iterable[yaml.MappingNode]:
    """Return the records of a file: the mapping itself, or the items of the list in it."""
    if not isinstance(root, yaml.MappingNode):
        return []
    first = root.value[0][1] if root.value else None
    if len(root.value) == 1 and isinstance(first, yaml.SequenceNode):
        return [item for item in first.value if isinstance(item, yaml.MappingNode)]
    return [root]
