"""Check that no id of the last release has vanished, since learners' progress hangs on ids."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem

RELEASED_IDS = Path(__file__).parents[1] / "released_ids.json"


def vanished_ids(base: KnowledgeBase, released: Path = RELEASED_IDS) -> Iterator[Problem]:
    """Find released ids that are gone; a renamed topic or role keeps its old id as an alias."""
    ids = json.loads(released.read_text(encoding="utf-8"))
    aliases = {alias for topic in base.topics.values() for alias in topic.aliases}
    role_aliases = {alias for role in base.roles.values() for alias in role.aliases}
    present: dict[str, tuple[set[str], str]] = {
        "topics": ({*base.topics, *aliases}, "give the topic that replaces it this alias"),
        "roles": ({*base.roles, *role_aliases}, "give the role that replaces it this alias"),
        "resources": (set(base.resources), "put it back with its status (moved, retired)"),
        "guides": (set(base.guides), "put it back; conversations still cite it"),
    }
    for plural, (names, advice) in present.items():
        for line, name in enumerate(ids[plural], start=1):
            if name not in names:
                message = f"`{name}` was released and is gone; {advice}"
                yield Problem(f"knowledge/{released.name}", line, plural, message)


def released_ids(base: KnowledgeBase) -> str:
    """Return the text of the file of released ids for a base, sorted, one id a line."""
    kinds = {
        "topics": base.topics,
        "roles": base.roles,
        "resources": base.resources,
        "guides": base.guides,
    }
    return json.dumps({kind: sorted(ids) for kind, ids in kinds.items()}, indent=1) + "\n"
