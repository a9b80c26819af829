"""Check that ids of the last release which are gone are found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from knowledge import KnowledgeBase
from knowledge.release import released_ids
from knowledge.rules.released import vanished_ids


def test_vanished_id_is_found_on_its_line(tiny_base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "released_ids.json"
    ids = json.loads(released_ids(tiny_base))
    ids["topics"].insert(1, "old-topic")
    path.write_text(json.dumps(ids, indent=1))
    (problem,) = vanished_ids(tiny_base, path)
    assert (problem.line, problem.field) == (4, "topics")
    assert "`old-topic` was released and is gone; give the topic" in problem.message


def test_renamed_topic_or_role_keeps_its_old_id_as_an_alias(
    changed: Callable[..., KnowledgeBase], tiny_base: KnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "released_ids.json"
    ids = json.loads(released_ids(tiny_base))
    ids["topics"].append("language")
    path.write_text(json.dumps(ids, indent=1))
    renamed = changed("topic", "nlp", aliases=("NLP", "language"))
    assert len(list(vanished_ids(tiny_base, path))) == 1
    assert list(vanished_ids(renamed, path)) == []


def test_resources_and_guides_may_not_vanish(tiny_base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "released_ids.json"
    ids = json.loads(released_ids(tiny_base))
    ids["resources"].append("lost-book")
    ids["guides"].append("lost-guide")
    path.write_text(json.dumps(ids, indent=1))
    assert [problem.field for problem in vanished_ids(tiny_base, path)] == ["resources", "guides"]
