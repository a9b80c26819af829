"""Answer from the command line: the commands `ask`, `next` and `plan`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from assistant import Answer, KnowledgeBase, UsageError
from ui.opening import console, open_reporting, read_settings, write_out
from ui.stated import export_format, stated_profile, with_time

AsJson = Annotated[bool, typer.Option("--json", help="Print machine-readable JSON only.")]


def ask(
    question: Annotated[Optional[str], typer.Argument(help="Your question, in quotes.")] = None,
    thread: Annotated[Optional[str], typer.Option(help="Go on with this conversation.")] = None,
    batch: Annotated[Optional[Path], typer.Option(help="A JSONL file of conversations.")] = None,
    json_output: AsJson = False,
) -> None:
    """Answer a question; every statement carries the number of its source."""
    if (question is None) == (batch is None):
        raise UsageError(
            'Give one question in quotes, or --batch FILE.jsonl: roadmap ask "What next?"'
        )
    if batch is not None and thread is not None:
        raise UsageError("--batch stores nothing; leave out --thread.")
    settings = read_settings()
    assistant = open_reporting(settings)
    if batch is not None:
        from ui.asking import answer_batch

        for result in answer_batch(assistant, batch):
            print(json.dumps(result, ensure_ascii=False), flush=True)
        return
    assert question is not None
    if thread is None:
        turn = assistant.ask(question)
    else:
        from assistant.memory import Memory
        from assistant.session import Session

        turn = Session(assistant, Memory.open(settings, assistant.base), "local").ask(
            thread, question
        )
    _print_answer(turn.answer, assistant.base, json_output)


def next_(
    know: Annotated[str, typer.Option(help="What you know, separated by commas.")] = "",
    goal: Annotated[Optional[str], typer.Option(help="A role or a topic.")] = None,
    json_output: AsJson = False,
) -> None:
    """Say what can be learned next from what you know."""
    assistant = open_reporting(read_settings())
    profile = stated_profile(assistant, know, goal)
    _print_answer(assistant.advise("next", profile), assistant.base, json_output)


def plan(
    goal: Annotated[str, typer.Option(help="A role or a topic; several separated by commas.")],
    know: Annotated[str, typer.Option(help="What you know, separated by commas.")] = "",
    hours: Annotated[Optional[float], typer.Option(help="Hours a week.")] = None,
    weeks: Annotated[Optional[float], typer.Option(help="Weeks until the deadline.")] = None,
    by: Annotated[Optional[str], typer.Option(help="The deadline, as YYYY-MM-DD.")] = None,
    start: Annotated[Optional[str], typer.Option(help="The first day, as YYYY-MM-DD.")] = None,
    format_: Annotated[
        Optional[Literal["md", "json", "ics", "pdf", "csv"]],
        typer.Option("--format", help="Export the plan; else what the file's name ends in."),
    ] = None,
    output: Annotated[Optional[Path], typer.Option("-o", help="Write to this file.")] = None,
    json_output: AsJson = False,
) -> None:
    """Compute a plan: what to learn, in which order, from what, until when."""
    chosen = export_format(format_, output, json_output=json_output)
    if chosen == "pdf" and output is None and sys.stdout and sys.stdout.isatty():
        raise UsageError("A PDF needs a file to go to: add -o plan.pdf.")
    assistant = open_reporting(read_settings())
    profile = stated_profile(assistant, know, goal)
    if not profile.goal:
        raise UsageError("--goal names nothing; give a role or a topic, such as “data analyst”.")
    profile = with_time(profile, hours=hours, weeks=weeks, by=by, start=start)
    answer = assistant.advise("plan", profile)
    if chosen is None:
        _print_answer(answer, assistant.base, json_output)
        return
    from assistant.exports import export_plan

    assert answer.plan is not None
    write_out(export_plan(answer.plan, assistant.base, chosen), output)


def _print_answer(answer: Answer, base: KnowledgeBase, json_output: bool) -> None:
    if json_output:
        from ui.asking import as_json

        print(as_json(answer))
        return
    from ui.terminal import print_answer

    print_answer(console(), answer, base)
