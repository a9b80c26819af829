"""Put together what a language model is handed: evidence, plan, last turns, draft and message."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Plan
from assistant.citations import MARKER
from assistant.conversation import Turn
from assistant.llm import prompts
from index import Chunk

SOURCE_CHARACTERS = 900
MESSAGE_CHARACTERS = 2000
EARLIER_CHARACTERS = 300
EARLIER_TURNS = 3


def messages(
    composed: Answer, evidence: dict[int, Chunk], earlier: Sequence[Turn]
) -> list[tuple[str, str]]:
    """Return the prompt as (role, text) pairs; `evidence` holds each source by its number."""
    sources = "\n".join(
        prompts.SOURCE.format(
            number=number, title=chunk.title, text=_cut(chunk.text, SOURCE_CHARACTERS)
        )
        for number, chunk in evidence.items()
    )
    task = prompts.TASK.format(
        sources=sources,
        plan=_plan(composed.plan) if composed.plan and composed.plan.steps else "",
        turns=_turns(earlier[-EARLIER_TURNS:]),
        draft=prose(composed.answer),
        message=_quoted(composed.question, MESSAGE_CHARACTERS),
    )
    return [("system", prompts.SYSTEM), ("human", task)]


def prose(answer: str) -> str:
    """Return an answer without its table."""
    lines = (line for line in answer.split("\n") if not line.startswith("|"))
    return "\n".join(lines).strip()


def table(answer: str) -> str:
    """Return the table of an answer, or "" where it has none."""
    return "\n".join(line for line in answer.split("\n") if line.startswith("|"))


def _plan(plan: Plan) -> str:
    steps = "\n".join(
        prompts.STEP.format(
            position=position,
            title=step.title,
            hours=step.hours,
            dates=f", {step.start} to {step.end}" if step.start else "",
        )
        for position, step in enumerate(plan.steps, 1)
    )
    figures = f"In all {plan.total_hours:g} hours"
    if plan.finish_date:
        figures += f", done on {plan.finish_date:%d %B %Y}".replace(" 0", " ")
    return prompts.PLAN.format(steps=steps, figures=f"{figures}.")


def _turns(turns: Sequence[Turn]) -> str:
    if not turns:
        return ""
    said = "\n".join(
        prompts.TURN.format(
            question=_quoted(turn.question, EARLIER_CHARACTERS),
            answer=_cut(MARKER.sub("", prose(turn.answer.answer)), EARLIER_CHARACTERS),
        )
        for turn in turns
    )
    return prompts.TURNS.format(turns=said)


def _quoted(text: str, length: int) -> str:
    """Return what a person typed; it cannot close the element that it stands in."""
    return _cut(text.replace("<", "‹").replace(">", "›"), length)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} …"
