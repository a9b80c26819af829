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
    text = released.read_text(encoding="utf-8")
    ids = json.loads(text)
    aliases = {alias for topic in base.topics.values() for alias in topic.aliases}
    role_aliases = {alias for role in base.roles.values() for alias in role.aliases}
    present: dict[str, tuple[set[str], str]] = {
        "topics": ({*base.topics, *aliases}, "give the topic that replaces it this alias"),
        "roles": ({*base.roles, *role_aliases}, "give the role that replaces it this alias"),
        "resources": (set(base.resources), "put it back with its status (moved, retired)"),
        "guides": (set(base.guides), "put it back; conversations still cite it"),
    }
    for plural, (names, advice) in present.items():
        for name in ids[plural]:
            if name not in names:
                message = f"`{name}` was released and is gone; {advice}"
                line = 1 + text[: text.index(f'"{name}"', text.index(f'"{plural}"'))].count("\n")
                yield Problem(f"knowledge/{released.name}", line, plural, message)
