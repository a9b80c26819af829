"""Run the `roadmap` command; the only part of ui that reaches past the assistant."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from knowledge import CONTENT, KnowledgeBase, NameIndex, load_knowledge
from ui import commands
from ui.commands import AsJson
from ui.ending import explained_end
from ui.listing import chain_links, chain_sentences, topic_entry, topic_rows
from ui.opening import console, open_reporting, read_settings, write_out

app = typer.Typer(
    help="What should I learn next in Data Science and Machine Learning?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
index_app = typer.Typer(help="Build the search index, or say how it is.", no_args_is_help=True)
app.add_typer(index_app, name="index")

app.command()(commands.ask)
app.command("next")(commands.next_)
app.command()(commands.plan)


def main() -> None:
    """Run the command line; a RoadmapError becomes one sentence and exit status 1 or 2."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # None where the shell has closed it
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    with explained_end():
        app()


@app.command()
def topics(json_output: AsJson = False) -> None:
    """List every topic."""
    base = _knowledge()
    if json_output:
        entries = [topic_entry(base, name) for name in base.topics]
        print(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    from ui.terminal import print_table

    print_table(console(), ("id", "topic", "area", "difficulty", "hours"), topic_rows(base))


@app.command()
def show(topic: str, json_output: AsJson = False) -> None:
    """Show everything about a topic."""
    base = _knowledge()
    found = base.topics[NameIndex.of(base).topic(topic)]
    if json_output:
        print(json.dumps(found.model_dump(mode="json"), ensure_ascii=False, indent=2))
        return
    from rich.markdown import Markdown

    from ui.terminal import topic_markdown

    console().print(Markdown(topic_markdown(found, base)))


@app.command()
def why(topic_a: str, topic_b: str, json_output: AsJson = False) -> None:
    """Show the chain of prerequisites from one topic to another, with the reasons."""
    base = _knowledge()
    names = NameIndex.of(base)
    start, goal = names.topic(topic_a), names.topic(topic_b)
    chain = base.graph.chain(start, goal) or base.graph.chain(goal, start)
    links = chain_links(base, chain)
    if json_output:
        print(json.dumps({"chain": chain, "links": links}, ensure_ascii=False, indent=2))
        return
    for sentence in chain_sentences(base, start, goal, links):
        print(sentence)


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

    today = read_settings().date
    report = check_content((directory,) if directory else (CONTENT,), draft=draft, today=today)
    if json_output:
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        for problem in report.problems:
            print(problem)
        print(
            ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in report.counts.items())
        )
        found = len(report.problems)
        print(f"{found} problem{'s' * (found != 1)} to mend." if found else "The content is sound.")
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

    base = _knowledge()
    if check_:
        _check_links(base)
        base = _knowledge()
    rows = link_table(base)
    if json_output:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from ui.terminal import print_table

    lines = [
        (row["id"], row["status"], f"{row['seen']['how']} {row['seen']['date']}", row["url"])
        for row in rows
    ]
    print_table(console(), ("id", "status", "seen", "address"), lines)


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
    write_out(export_roadmap(_knowledge(), format_), target)


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

    earlier = None if compare is None else evals.read_report(compare)
    assistant = open_reporting(read_settings())
    with counting("Asking") as report:
        result = evals.run(
            assistant, questions=questions, split=split, judge_model=judge, report=report
        )
    console().print(result.table())
    comparison = None if earlier is None else evals.compare(result, earlier)
    if comparison is not None:
        console().print(comparison.table())
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

    result = run_bench(read_settings(), quick=quick)
    console().print(result.table())
    for path in result.write(out):
        print(f"Written to {path}.", file=sys.stderr)


@index_app.command("build")
def index_build() -> None:
    """Build the index, or bring it up to date."""
    assistant = open_reporting(read_settings())
    print(assistant.index.sync or "The index is up to date; nothing had to be embedded.")


@index_app.command("status")
def index_status_() -> None:
    """Say whether the index is there, complete and current."""
    from index import index_status

    print(index_status(_knowledge(), read_settings().index))


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

    settings = read_settings()
    if knowledge is not None:
        settings = settings.model_copy(update={"knowledge": knowledge})
    serve(settings, host, port, auth_file=auth_file, insecure=insecure, open_browser=not no_browser)


def _knowledge() -> KnowledgeBase:
    """Return what the settings serve, from the snapshot where nothing has changed."""
    from index import load_knowledge_cached

    settings = read_settings()
    return load_knowledge_cached(settings.directories, settings.index)


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
    changed = write_back(results, base, read_settings().date)
    counts = Counter(result.state for result in results)
    summary = ", ".join(f"{count} {state}" for state, count in counts.most_common())
    print(f"{summary}; {len(changed)} files changed.", file=sys.stderr)


if __name__ == "__main__":
    main()
