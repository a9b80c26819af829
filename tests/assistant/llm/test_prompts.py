"""Check that the prompt can be filled and names what the checks rely on."""

from __future__ import annotations

import string

from assistant.llm import prompts


def test_every_gap_of_the_task_is_filled_by_the_brief():
    gaps = {name for _, name, _, _ in string.Formatter().parse(prompts.TASK) if name}
    assert gaps == {"sources", "plan", "turns", "draft", "message"}


def test_rules_show_a_right_and_a_wrong_marker():
    assert "[2]." in prompts.SYSTEM
    assert "Wrong: [Source 2]" in prompts.SYSTEM
