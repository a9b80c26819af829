"""Check that a record stands in the file where people look for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem


def misplaced_files(base: KnowledgeBase) -> Iterator[Problem]:
    """Find files of one record that are not named after it, and topics outside their area's folder.

    Files that hold a list of records may have any name.
    """
    holders: dict[str, int] = {}
    for place in base.places.values():
        holders[place.file] = holders.get(place.file, 0) + 1
    for (kind, identifier), place in base.places.items():
        path = PurePosixPath(place.file)
        is_alone = holders[place.file] == 1 and place.line() <= 3
        if kind not in ("topic", "role", "guide") or not is_alone:
            continue
        if path.stem != identifier:
            message = f"the file is named `{path.name}`; rename it to `{identifier}{path.suffix}`"
            yield base.problem(kind, identifier, "id", message)
        if kind == "topic" and path.parent.name not in ("topics", base.topics[identifier].area):
            area = base.topics[identifier].area
            message = f"the file stands in `{path.parent.name}/`; move it to `topics/{area}/`"
            yield base.problem(kind, identifier, "area", message)
