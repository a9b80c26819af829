"""Import a roadmap: documents in, draft content and a report out."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.importing.addresses import normalise_address
from knowledge.importing.files import Output, clean
from knowledge.importing.findings import Findings
from knowledge.importing.known import KnownTopics
from knowledge.importing.reading import read_documents
from knowledge.importing.records import Records, build_records
from knowledge.importing.report import ImportReport
from knowledge.importing.resource_records import slug
from knowledge.importing.source import Source, read_sources
from knowledge.importing.topic_records import Naming


def import_roadmap(
    paths: Sequence[Path],
    base: KnowledgeBase,
    *,
    out: Path,
    base_url: str | None = None,
    dry_run: bool = False,
    today: dt.date | None = None,
) -> ImportReport:
    """Turn Markdown files or folders into draft content under `out`; return what happened.

    `base` is what we know already: its topics and resources are linked, not repeated. `base_url` is
    what relative links are relative to, `today` the day on which resources are said to be listed.
    Raises UsageError with one sentence where a path cannot be read or written.
    """
    with _without_collections():
        return _import(paths, base, out, base_url, dry_run, today or dt.date.today())


def _import(
    paths: Sequence[Path],
    base: KnowledgeBase,
    out: Path,
    base_url: str | None,
    dry_run: bool,
    today: dt.date,
) -> ImportReport:
    sources, passed_over = read_sources(paths)
    known = KnownTopics(base)
    findings = read_documents(sources, known.is_name, known.is_field_word, base_url)
    title = _title(paths, sources, findings)
    output = Output(out, slug(title, "roadmap"))
    naming = Naming(
        area=f"imported-{slug(title, 'roadmap')}",
        title=title,
        files=", ".join(source.name for source in sources[:3]) + " …" * (len(sources) > 3),
        today=today.isoformat(),
        topic_ids=dict(output.snapshot.get("topic_ids", {})),
        resource_ids=dict(output.snapshot.get("resource_ids", {})),
    )
    records = build_records(findings, base, known, naming)
    generated = {
        "areas": clean(records.areas),
        "topics": clean(records.topics),
        "resources": clean(records.resources),
    }
    ids = {"topic_ids": naming.topic_ids, "resource_ids": _resource_ids(records)}
    written = output.write(generated, ids, dry_run=dry_run)
    return ImportReport(
        out=out,
        topics=tuple(records.topic_rows),
        resources=tuple(records.resource_rows),
        left_out=tuple(sorted(findings.left_out, key=lambda one: (one.file, one.line))),
        links=tuple(records.links),
        files=tuple(source.name for source in sources),
        written=tuple(written.files),
        kept_edits=(*written.kept, *(f"{name} was passed over" for name in passed_over)),
        is_dry_run=dry_run,
    )


@contextmanager
def _without_collections() -> Iterator[None]:
    """Put off garbage collection: a large document makes millions of objects and no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _title(paths: Sequence[Path], sources: Sequence[Source], findings: Findings) -> str:
    """Return what the import is called: a folder's name, else the document's title."""
    if len(sources) > 1:
        return paths[0].resolve().name.replace("-", " ").replace("_", " ")
    return findings.titles[sources[0].name]


def _resource_ids(records: Records) -> dict[str, str]:
    return {normalise_address(row.url): row.id for row in records.resource_rows}
