"""Choose the writer of a format: the one list of what can be exported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from assistant.answer import Plan
from assistant.exports.ics import plan_calendar
from assistant.exports.markdown import plan_markdown, roadmap_markdown
from assistant.exports.pdf import plan_pdf, roadmap_pdf
from assistant.exports.spreadsheet import plan_csv
from knowledge import KnowledgeBase, UsageError

_Writer = TypeVar("_Writer")


def _plan_json(plan: Plan, base: KnowledgeBase) -> bytes:
    return f"{plan.model_dump_json(indent=2)}\n".encode()


PLAN_FORMATS: Mapping[str, Callable[[Plan, KnowledgeBase], bytes]] = {
    "md": plan_markdown,
    "json": _plan_json,
    "csv": plan_csv,
    "ics": plan_calendar,
    "pdf": plan_pdf,
}
ROADMAP_FORMATS: Mapping[str, Callable[[KnowledgeBase], bytes]] = {
    "pdf": roadmap_pdf,
    "md": roadmap_markdown,
}


def export_plan(plan: Plan, base: KnowledgeBase, format: str) -> bytes:
    """Return a plan as the bytes of a file: `md`, `json`, `csv`, `ics` or `pdf`; text is UTF-8.

    Raises UsageError for another format, and for a calendar of a plan that has no dates.
    """
    return _writer(PLAN_FORMATS, format)(plan, base)


def export_roadmap(base: KnowledgeBase, format: str) -> bytes:
    """Return the whole roadmap as the bytes of a printable file: `pdf` or `md`.

    Raises UsageError for another format.
    """
    return _writer(ROADMAP_FORMATS, format)(base)


def _writer(writers: Mapping[str, _Writer], format: str) -> _Writer:
    if format not in writers:
        raise UsageError(f"There is no format `{format}`; choose one of {', '.join(writers)}.")
    return writers[format]
