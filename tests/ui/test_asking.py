"""Conversations are answered turn by turn, and files of them line by line."""

import json

import pytest

from assistant import UsageError
from ui.asking import answer_batch, as_json, converse


def test_later_turns_know_the_earlier_ones(assistant):
    _, second = converse(assistant, ["I know SQL and pandas", "what should I learn next?"])
    assert {"sql", "pandas"} <= set(second.profile.known)


def test_people_in_one_file_share_nothing(assistant, tmp_path):
    path = tmp_path / "two.jsonl"
    lines = [{"id": 1, "turns": ["I know SQL"]}, {"id": 2, "turns": ["What should I learn next?"]}]
    path.write_text("\n".join(json.dumps(line) for line in lines))
    first, second = answer_batch(assistant, path)
    assert first["answers"][0]["profile"]["known"] == ["sql"]
    assert second["answers"][0]["profile"]["known"] == []


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        '{"id": 1' + "0" * 5000 + "}",
        "[" * 100_000,
        "3",
        '{"id": "x"}',
        '{"id": "x", "turns": "no"}',
        '{"id": "x", "turns": [1]}',
    ],
)
def test_a_malformed_line_is_an_error_of_its_own(assistant, tmp_path, line):
    path = tmp_path / "bad.jsonl"
    path.write_text(line)
    (result,) = answer_batch(assistant, path)
    assert result.keys() == {"id", "error"}
    assert result["error"].startswith("Line 1 ")


def test_a_missing_file_is_wrong_usage(assistant, tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        list(answer_batch(assistant, tmp_path / "none.jsonl"))


def test_json_spells_the_names_of_the_design(assistant):
    printed = json.loads(as_json(assistant.ask("no time in december, 5 hours a week").answer))
    assert all(set(pause) == {"from", "to"} for pause in printed["profile"]["pauses"])


def test_half_a_character_and_nul_are_read_as_text(assistant):
    (answer,) = converse(assistant, ["\ud800 What is SQL?\0"])
    assert answer.behaviour == "answer"
    assert "sql" in answer.topics
