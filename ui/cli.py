"""Run the `roadmap` command; the only part of ui that reaches past the assistant."""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, Optional

import typer

from knowledge import CONTENT, KnowledgeBase, NameIndex, RoadmapError, UsageError, load_knowledge

app = typer.Typer(
    help="What should I learn next in Data Science and Machine Learning?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
index_app = typer.Typer(help="Build the search index, or say how it is.", no_args_is_help=True)
app.add_typer(index_app, name="index")

AsJson = Annotated[bool, typer.Option("--json", help="Print machine-readable JSON only.")]


def main() -> None:
    """Run the command line; a RoadmapError becomes one sentence and exit status 1 or 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except UsageError as error:
        _fail(str(error), 2)
    except RoadmapError as error:
        _fail(str(error), 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        _fail("Stopped.", 130)


@app.command()
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
    assistant = _assistant()
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

        turn = Session(assistant, Memory.open(_settings(), assistant.base), "local").ask(
            thread, question
        )
    _print_answer(turn.answer, assistant.base, json_output)


@app.command("next")
def next_(
    know: Annotated[str, typer.Option(help="What you know, separated by commas.")] = "",
    goal: Annotated[Optional[str], typer.Option(help="A role or a topic.")] = None,
    json_output: AsJson = False,
) -> None:
    """Say what can be learned next from what you know."""
    assistant = _assistant()
    profile = _profile(assistant, know, goal)
    _print_answer(assistant.advise("next", profile), assistant.base, json_output)


@app.command()
def plan(
    goal: Annotated[str, typer.Option(help="A role or a topic; several separated by commas.")],
    know: Annotated[str, typer.Option(help="What you know, separated by commas.")] = "",
    hours: Annotated[Optional[float], typer.Option(help="Hours a week.")] = None,
    weeks: Annotated[Optional[float], typer.Option(help="Weeks until the deadline.")] = None,
    by: Annotated[Optional[str], typer.Option(help="The deadline, as YYYY-MM-DD.")] = None,
    start: Annotated[Optional[str], typer.Option(help="The first day, as YYYY-MM-DD.")] = None,
    format_: Annotated[
        Optional[Literal["md", "json", "ics", "pdf", "csv"]],
        typer.Option("--format", help="Export the plan."),
    ] = None,
    output: Annotated[Optional[Path], typer.Option("-o", help="Write to this file.")] = None,
    json_output: AsJson = False,
) -> None:
    """Compute a plan: what to learn, in which order, from what, until when."""
    if format_ == "pdf" and output is None and sys.stdout.isatty():
        raise UsageError("A PDF needs a file to go to: add -o plan.pdf.")
    assistant = _assistant()
    profile = _profile(assistant, know, goal)
    profile = _with_time(profile, hours=hours, weeks=weeks, by=by, start=start)
    answer = assistant.advise("plan", profile)
    if format_ is None:
        _print_answer(answer, assistant.base, json_output)
        return
    from assistant.exports import export_plan

    assert answer.plan is not None
    _write(export_plan(answer.plan, assistant.base, format_), output)


@app.command()
def topics(json_output: AsJson = False) -> None:
    """List every topic."""
    base = load_knowledge(*_directories())
    if json_output:
        print(
            json.dumps(
                [_topic_json(base, name) for name in base.topics], ensure_ascii=False, indent=2
            )
        )
        return
    from ui.terminal import table

    rows = [
        (t.id, t.title, base.areas[t.area].title, str(t.difficulty), f"{t.hours.midpoint:g}")
        for t in base.topics.values()
    ]
    _console().print(table(("id", "topic", "area", "difficulty", "hours"), rows))


@app.command()
def show(topic: str, json_output: AsJson = False) -> None:
    """Show everything about a topic."""
    base = load_knowledge(*_directories())
    identifier = NameIndex.of(base).topic(topic)
    if json_output:
        print(
            json.dumps(
                base.topics[identifier].model_dump(mode="json"), ensure_ascii=False, indent=2
            )
        )
        return
    from rich.markdown import Markdown

    from ui.terminal import topic_markdown

    _console().print(Markdown(topic_markdown(base.topics[identifier], base)))


@app.command()
def why(topic_a: str, topic_b: str, json_output: AsJson = False) -> None:
    """Show the chain of prerequisites from one topic to another, with the reasons."""
    base = load_knowledge(*_directories())
    names = NameIndex.of(base)
    start, goal = names.topic(topic_a), names.topic(topic_b)
    chain = base.graph.chain(start, goal) or base.graph.chain(goal, start)
    links = [
        {
            "topic": before,
            "before": after,
            "strength": base.graph.edges[after][before].strength,
            "reason": base.graph.edges[after][before].reason,
        }
        for before, after in itertools.pairwise(chain)
    ]
    if json_output:
        print(json.dumps({"chain": chain, "links": links}, ensure_ascii=False, indent=2))
        return
    if not chain:
        titles = base.topics[start].title, base.topics[goal].title
        print(f"Neither needs the other: {titles[0]} and {titles[1]} can be learned in any order.")
        return
    for link in links:
        before, after = base.topics[link["topic"]].title, base.topics[link["before"]].title
        print(f"{before} -> {after} ({link['strength']}): {link['reason']}")


@app.command()
def check(
    directory: Annotated[
        Optional[Path], typer.Argument(help="A content directory; ours if none.")
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Name what a draft still lacks.")] = False,
    json_output: AsJson = False,
) -> None:
    """Check the content: schema, references, cycles, resources, reasons."""
    from knowledge.check import check as check_content

    report = check_content((directory,) if directory else (CONTENT,), draft=draft)
    if json_output:
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        for problem in report.problems:
            print(problem)
        print(
            ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in report.counts.items())
        )
        print("The content is sound." if report.ok else f"{len(report.problems)} problems to mend.")
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def links(
    check_: Annotated[
        bool, typer.Option("--check", help="Ask each address and write the result back.")
    ] = False,
    json_output: AsJson = False,
) -> None:
    """List every resource with its status and when it was seen."""
    from knowledge.links import link_table

    base = load_knowledge(*_directories())
    if check_:
        _check_links(base)
        base = load_knowledge(*_directories())
    rows = link_table(base)
    if json_output:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from ui.terminal import table

    lines = [
        (row["id"], row["status"], f"{row['seen']['how']} {row['seen']['date']}", row["url"])
        for row in rows
    ]
    _console().print(table(("id", "status", "seen", "address"), lines), soft_wrap=True)


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="A Markdown file, or a folder of them.")],
    out: Annotated[Path, typer.Option(help="Where the draft content goes.")],
    base_url: Annotated[
        Optional[str], typer.Option(help="What relative links are relative to.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing, only report.")] = False,
    json_output: AsJson = False,
) -> None:
    """Turn a Markdown roadmap into draft content, with a report of what was left out and why."""
    from knowledge.importing import import_roadmap

    base = load_knowledge()
    report = import_roadmap([source], base, out=out, base_url=base_url, dry_run=dry_run)
    if json_output:
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        print(report)


@app.command()
def export(
    format_: Annotated[Literal["pdf", "md"], typer.Option("--format", help="pdf or md.")] = "pdf",
    output: Annotated[Optional[Path], typer.Option("-o", help="Write to this file.")] = None,
) -> None:
    """Write the whole roadmap to print and hang up."""
    from assistant.exports import export_roadmap

    target = output or (Path("roadmap.pdf") if format_ == "pdf" else None)
    _write(export_roadmap(load_knowledge(*_directories()), format_), target)


@app.command("eval")
def eval_(
    questions: Annotated[
        Optional[Path], typer.Option(help="A file or folder of questions.")
    ] = None,
    split: Annotated[
        Literal["main", "held-back"], typer.Option(help="Which part of ours.")
    ] = "main",
    compare: Annotated[Optional[Path], typer.Option(help="An earlier report.json.")] = None,
    gate: Annotated[bool, typer.Option("--gate", help="Fail when a score has fallen.")] = False,
    judge: Annotated[Optional[str], typer.Option(help="A model that gives its opinion.")] = None,
    out: Annotated[Path, typer.Option(help="Where the reports go.")] = Path("build/eval"),
) -> None:
    """Ask the fixed questions, score the answers and write a report."""
    import evals
    from ui.progress import counting

    if compare is not None:
        earlier = evals.read_report(compare)
    assistant = _assistant()
    with counting("Asking") as report:
        result = evals.run(
            assistant, questions=questions, split=split, judge_model=judge, report=report
        )
    _console().print(result.table())
    comparison = evals.compare(result, earlier) if compare is not None else None
    if comparison is not None:
        _console().print(comparison.table())
    for path in result.write(out, comparison):
        print(f"Written to {path}.", file=sys.stderr)
    failures = evals.gate(result, evals.read_baseline()) if gate else []
    for failure in failures:
        print(failure, file=sys.stderr)
    if failures:
        raise typer.Exit(1)


@app.command()
def bench(
    quick: Annotated[
        bool, typer.Option("--quick", help="Under a minute, without the scale.")
    ] = False,
    out: Annotated[Path, typer.Option(help="Where the report goes.")] = Path("build/bench"),
) -> None:
    """Measure speed and memory beside LangChain's plain tutorial chain."""
    from evals.bench import run_bench

    result = run_bench(_settings(), quick=quick)
    _console().print(result.table())
    for path in result.write(out):
        print(f"Written to {path}.", file=sys.stderr)


@index_app.command("build")
def index_build() -> None:
    """Build the index, or bring it up to date."""
    assistant = _assistant()
    print(assistant.index.sync or "The index is up to date; nothing had to be embedded.")


@index_app.command("status")
def index_status_() -> None:
    """Say whether the index is there, complete and current."""
    from index import index_status

    print(index_status(load_knowledge(*_directories()), _settings().index))


@app.command()
def web(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 7860,
    knowledge: Annotated[
        Optional[Path], typer.Option(help="Serve this content beside ours.")
    ] = None,
    auth_file: Annotated[Optional[Path], typer.Option(help="Names and hashed passwords.")] = None,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Allow other hosts without a password.")
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Do not open a browser.")
    ] = False,
) -> None:
    """Serve the chat, the map and the plan in a browser."""
    from ui.web import serve

    settings = _settings()
    if knowledge is not None:
        settings = settings.model_copy(update={"knowledge": knowledge})
    serve(settings, host, port, auth_file=auth_file, insecure=insecure, open_browser=not no_browser)


def _settings() -> Any:
    from pydantic import ValidationError

    from assistant.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"ROADMAP_{'_'.join(str(part) for part in first['loc']).upper()}"
        raise UsageError(
            f"{name} is not valid: {first['msg']} (got {first['input']!r})."
        ) from error


def _directories() -> tuple[Path, ...]:
    extra = _settings().knowledge
    return (CONTENT,) if extra is None else (CONTENT, extra)


def _assistant() -> Any:
    from assistant.open import open_assistant

    with _progress() as report:
        return open_assistant(_settings(), report)


def _check_links(base: KnowledgeBase) -> None:
    """Ask every address, with a bar on stderr, and write what was learned into the content."""
    import asyncio

    from knowledge.link_check import LinkResult, check_links
    from knowledge.link_writing import write_back
    from ui.progress import counting

    async def ask_all() -> list[LinkResult]:
        results = []
        with counting("Asking addresses") as report:
            async for result in check_links(base.resources.values()):
                results.append(result)
                report(len(results), len(base.resources))
        return results

    results = asyncio.run(ask_all())
    for result in sorted(results, key=lambda item: item.resource.id):
        if result.state != "ok":
            print(f"{result.state}: {result.resource.id}: {result.detail}", file=sys.stderr)
    changed = write_back(results, base, _settings().date)
    counts = Counter(result.state for result in results)
    summary = ", ".join(f"{count} {state}" for state, count in counts.most_common())
    print(f"{summary}; {len(changed)} files changed.", file=sys.stderr)


def _progress() -> AbstractContextManager[Callable[[Any], None]]:
    """Return a context that shows the progress of building the index on stderr."""
    from ui.progress import BuildBar

    return BuildBar()


def _profile(assistant: Any, know: str, goal: str | None) -> Any:
    """Return the profile stated on the command line; unknown names count as other skills."""
    from assistant.profile import Profile

    base = assistant.base
    names = NameIndex.of(base)
    known: list[str] = []
    other: list[str] = []
    for name in (part.strip() for part in know.split(",")):
        if name:
            found = names.find_topic(name)
            (known if found else other).append(found or name)
    goals = [names.goal(part.strip()) for part in (goal or "").split(",") if part.strip()]
    assumed = base.graph.order(base.graph.ancestors(known) - set(known))
    return Profile(
        known=tuple(dict.fromkeys(known)),
        assumed_known=tuple(assumed),
        other_skills=tuple(other),
        goal=tuple(dict.fromkeys(goals)),
        start=assistant.today(),
    )


def _with_time(
    profile: Any, *, hours: float | None, weeks: float | None, by: str | None, start: str | None
) -> Any:
    import datetime as dt

    if weeks is not None and by is not None:
        raise UsageError("Give --weeks or --by, not both.")
    if hours is not None and not 0 < hours <= 168:
        raise UsageError(f"--hours {hours:g} is not a number of hours a week between 0 and 168.")
    if weeks is not None and not 0 < weeks <= 1040:
        raise UsageError(f"--weeks {weeks:g} is not a number of weeks between 0 and 1040.")
    first = _date(start, "--start") if start else profile.start
    deadline = _date(by, "--by") if by else None
    if weeks is not None:
        deadline = first + dt.timedelta(days=round(weeks * 7))
    if deadline is not None and deadline <= first:
        raise UsageError(
            f"The deadline {deadline} is not after the start {first}; name a later one."
        )
    return profile.model_copy(
        update={"hours_per_week": hours, "start": first, "deadline": deadline}
    )


def _date(text: str, option: str) -> Any:
    import datetime as dt

    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text} is not a date; write it as YYYY-MM-DD.") from error


def _topic_json(base: KnowledgeBase, identifier: str) -> dict[str, Any]:
    topic = base.topics[identifier]
    return {
        "id": topic.id,
        "title": topic.title,
        "aliases": list(topic.aliases),
        "area": topic.area,
        "difficulty": topic.difficulty,
        "hours": topic.hours.midpoint,
        "summary": topic.summary,
        "subtopics": [{"name": s.name, "aliases": list(s.aliases)} for s in topic.subtopics],
        "prerequisites": [edge.model_dump() for edge in topic.prerequisites],
        "resources": list(topic.resources),
    }


def _print_answer(answer: Any, base: KnowledgeBase, json_output: bool) -> None:
    if json_output:
        from ui.asking import as_json

        print(as_json(answer))
        return
    from ui.terminal import print_answer

    print_answer(_console(), answer, base)


def _console() -> Any:
    from rich.console import Console

    return Console()


def _write(data: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise RoadmapError(f"{output} cannot be written: {error.strerror or error}.") from error
    print(f"Written to {output}.", file=sys.stderr)


def _fail(message: str, status: int) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
