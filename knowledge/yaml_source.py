"""Read YAML together with the line on which every value stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.errors import Problem

try:  # libyaml is about eight times faster; wheels carry it, some builds from source do not.
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """Plain data and, for every key and list item in it, the line (from 1) where it stands."""

    data: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of `path`, or that of the nearest parent that has one."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1


def parse_yaml(text: str, file: str, first_line: int = 1) -> tuple[Document | None, list[Problem]]:
    """Parse `text`; return the document (None if it is not YAML) and the problems found.

    `first_line` is the line of the file on which `text` begins.
    """
    loader = None
    try:
        loader = _Loader(text)  # which may refuse a character before it reads anything
        node = loader.get_single_node()
        lines: dict[Path, int] = {(): first_line}
        problems: list[Problem] = []
        if node is None:
            return Document(None, lines), problems
        _walk(node, (), first_line, lines, problems, file)
        return Document(loader.construct_document(node), lines), problems
    except yaml.YAMLError as error:
        mark = _mark_of(error)
        line = first_line + (mark.line if mark else 0)
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        hint = "check the indentation, the quotes and the colons around this line"
        return None, [Problem(file, line, "", f"this is not YAML: {what}; {hint}")]
    except (ValueError, RecursionError) as error:
        return None, [Problem(file, first_line, "", f"this YAML cannot be read: {error}")]
    finally:
        if loader is not None:
            loader.dispose()


def _mark_of(error: yaml.YAMLError) -> yaml.Mark | None:
    """Return where the mistake was made: an open quote or bracket is noticed only far below."""
    if re.search("quoted scalar|flow", getattr(error, "context", None) or ""):
        return getattr(error, "context_mark", None)
    return getattr(error, "problem_mark", None)


def _walk(
    node: yaml.Node,
    path: Path,
    first_line: int,
    lines: dict[Path, int],
    problems: list[Problem],
    file: str,
) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = first_line + key_node.start_mark.line
            if key in seen:
                message = f"the key stands here and on line {seen[key]}; keep one of them"
                problems.append(Problem(file, line, key, message))
            seen[key] = line
            lines[(*path, key)] = line
            _walk(value_node, (*path, key), first_line, lines, problems, file)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            lines[(*path, position)] = first_line + item.start_mark.line
            _walk(item, (*path, position), first_line, lines, problems, file)
