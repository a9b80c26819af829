"""Share a way to import a text and to read what is found in one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import KnowledgeBase
from knowledge.importing import ImportReport, import_roadmap
from knowledge.importing.findings import Findings
from knowledge.importing.known import KnownTopics
from knowledge.importing.reading import read_documents
from knowledge.importing.source import Source

ROADMAPS = Path(__file__).parents[2] / "data" / "roadmaps"
TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def known(base: KnowledgeBase) -> KnownTopics:
    """Return the names of all our topics."""
    return KnownTopics(base)


@pytest.fixture
def find(known: KnownTopics) -> Callable[..., Findings]:
    """Return a function that reads a Markdown text into findings."""

    def read(text: str, base_url: str | None = None) -> Findings:
        source = Source("roadmap.md", text, "roadmap")
        return read_documents([source], known.is_name, known.is_field_word, base_url)

    return read


@pytest.fixture
def import_text(base: KnowledgeBase, tmp_path: Path) -> Callable[..., ImportReport]:
    """Return a function that imports a Markdown text into `tmp_path / "out"`."""

    def run(text: str, **options: object) -> ImportReport:
        path = tmp_path / "roadmap.md"
        path.write_text(text, encoding="utf-8")
        return import_roadmap([path], base, out=tmp_path / "out", today=TODAY, **options)

    return run
