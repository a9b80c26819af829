"""Answer from the command line: one question, a file of conversations, or a stated profile."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant import Answer, Assistant, Conversation, RoadmapError, UsageError


def as_json(answer: Answer) -> str:
    """Return the answer object as one JSON text with every field."""
    return json.dumps(answer.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2)


def answer_batch(assistant: Assistant, path: Path) -> Iterator[dict[str, Any]]:
    """Yield one result a line of a JSONL file: `{"id", "answers"}`, or `{"id", "error"}`.

    Every line is a different person; nothing is shared or stored. Raises UsageError if the file
    cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _answer_line(assistant, line, number)


def _answer_line(assistant: Assistant, line: str, number: int) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:  # also a number of thousands of digits
        return {"id": None, "error": f"Line {number} is not JSON: {error}."}
    identifier = request.get("id") if isinstance(request, dict) else None
    turns = request.get("turns") if isinstance(request, dict) else None
    if not isinstance(turns, list) or not all(isinstance(turn, str) for turn in turns):
        message = f'Line {number} needs {{"id": …, "turns": [texts]}}.'
        return {"id": identifier, "error": message}
    try:
        answers = [
            answer.model_dump(mode="json", by_alias=True) for answer in converse(assistant, turns)
        ]
    except RoadmapError as error:
        return {"id": identifier, "error": str(error)}
    return {"id": identifier, "answers": answers}


def converse(assistant: Assistant, questions: Sequence[str]) -> list[Answer]:
    """Answer the questions of one new person in order; later ones know the earlier ones."""
    conversation: Conversation | None = None
    answers = []
    for question in questions:
        turn = assistant.ask(question, conversation)
        conversation = (conversation or Conversation.new(assistant.today())).after(turn)
        answers.append(turn.answer)
    return answers
