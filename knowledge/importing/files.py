"""Write the imported records, keeping what people changed since the last import."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from knowledge.errors import UsageError
from knowledge.importing.three_way import merge_records
from knowledge.loader import CONTENT
from knowledge.yaml_source import parse_yaml

Record = dict[str, Any]
Records = dict[str, Record]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_PLAIN_NUMBER = (int, float)


@dataclass
class Written:
    """The names of the files that changed, and the edits of people that were kept."""

    files: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


class Output:
    """The folder of drafts; an import, its `origin`, owns a file of topics and one of resources."""

    def __init__(self, folder: Path, origin: str) -> None:
        self.folder = folder
        self.paths = {
            "areas": folder / "areas.yaml",
            "topics": folder / "topics" / f"{origin}.yaml",
            "resources": folder / "resources" / f"{origin}.yaml",
        }
        self.snapshot_path = folder / "imported" / f"{origin}.json"
        self._check()
        self.snapshot = self._read_snapshot()

    def _check(self) -> None:
        if self.folder.exists() and not self.folder.is_dir():
            raise UsageError(f"{self.folder} is a file; name a folder with --out.")
        root = self.folder.resolve()
        if root == CONTENT.resolve() or CONTENT.resolve() in root.parents:
            raise UsageError("Drafts do not go into our own content; name another folder.")
        for path in (*self.paths.values(), self.snapshot_path):
            if root not in path.resolve().parents:
                raise UsageError(f"{path} leads out of {self.folder}; remove that link first.")

    def _read_snapshot(self) -> dict[str, Any]:
        """Return what the last import generated, or an empty one."""
        try:
            found = json.loads(self.snapshot_path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise UsageError(
                f"{self.snapshot_path} cannot be read ({error}); remove it to import anew."
            ) from error
        return found if isinstance(found, dict) else {}

    def write(
        self, generated: Mapping[str, Records], ids: Mapping[str, Any], *, dry_run: bool
    ) -> Written:
        """Merge and write all records; `ids` are kept beside them for the next import."""
        written = Written()
        texts: dict[Path, str] = {}
        gone: set[str] = set()
        for plural in ("areas", "resources", "topics"):
            current, raw = self._read_current(plural)
            before = self.snapshot.get(plural, {})
            merged = merge_records(plural, before, current, generated[plural])
            gone |= merged.removed
            written.kept.extend(merged.kept)
            if plural == "topics":
                _drop_references(merged.records, gone)
            texts[self.paths[plural]] = _emit_file(plural, merged.records, current, raw)
        snapshot = {**{name: dict(records) for name, records in generated.items()}, **ids}
        texts[self.snapshot_path] = json.dumps(snapshot, ensure_ascii=False) + "\n"
        for path, text in texts.items():
            if _changed(path, text):
                if path != self.snapshot_path:
                    written.files.append(path.relative_to(self.folder).as_posix())
                if not dry_run:
                    _write(path, text)
        return written

    def _read_current(self, plural: str) -> tuple[Records, dict[str, str]]:
        """Return the records in the file now and, by id, their text letter for letter."""
        path = self.paths[plural]
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return {}, {}
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} cannot be read ({error}); mend or remove it.") from error
        document, problems = parse_yaml(text, path.name)
        data = document.data if document else None
        items = data.get(plural) if isinstance(data, dict) else None
        if problems or not isinstance(items, list) or document is None:
            detail = str(problems[0]) if problems else f"no list under `{plural}:`"
            raise UsageError(f"{path} cannot be merged: {detail}; mend or remove it first.")
        starts = [document.line((plural, position)) for position in range(len(items))]
        lines = text.split("\n")
        records, raw = {}, {}
        for item, start, end in zip(items, starts, [*starts[1:], len(lines) + 1], strict=False):
            if isinstance(item, dict) and "id" in item:
                records[str(item["id"])] = item
                raw[str(item["id"])] = "\n".join(lines[start - 1 : end - 1]).rstrip("\n") + "\n"
        return records, raw


def clean(value: Any) -> Any:
    """Return a value without characters that YAML cannot hold."""
    if isinstance(value, str):
        return value if value.isprintable() else _CONTROL.sub("", value)
    if isinstance(value, dict):
        return {name: clean(one) for name, one in value.items()}
    return [clean(one) for one in value] if isinstance(value, list) else value


def _drop_references(topics: Records, gone: set[str]) -> None:
    if not gone:
        return
    for record in topics.values():
        if "resources" in record:
            record["resources"] = [name for name in record["resources"] if name not in gone]
        if "prerequisites" in record:
            record["prerequisites"] = [e for e in record["prerequisites"] if e["topic"] not in gone]


def _emit_file(plural: str, records: Records, current: Records, raw: Mapping[str, str]) -> str:
    """Return the file's text; a record that did not change keeps its text, comments and all."""
    parts = [f"{plural}:\n" if records else f"{plural}: []\n"]
    for identifier, record in records.items():
        unchanged = identifier in raw and current[identifier] == record
        parts.append(raw[identifier] if unchanged else "".join(_emit_record(record)))
    return "".join(parts)


def _emit_record(record: Record) -> Iterator[str]:
    lead = "- "
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{lead}{name}:\n"
            for item in value:
                yield f"  - {_flow(item)}\n"
        else:
            yield f"{lead}{name}: {_flow(value)}\n"
        lead = "  "


def _flow(value: Any) -> str:
    """Return a value on one line; JSON's strings are YAML's, so that nothing is misread."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, _PLAIN_NUMBER):
        return json.dumps(value)
    return "null" if value is None else encode_basestring(str(value))


def _changed(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") != text
    except (OSError, UnicodeDecodeError):
        return True


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, path)  # noqa: PTH105 - Path.replace is the same and reads like str's
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from error
