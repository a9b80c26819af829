"""Put the parts together: the one place that knows how."""

from __future__ import annotations

from collections.abc import Callable

from assistant.chain import Assistant
from assistant.llm import Writer, open_model
from assistant.remembered import remembered_vectors
from assistant.settings import Settings
from index import Progress, load_knowledge_cached, open_index


def open_assistant(
    settings: Settings, report: Callable[[Progress], None] | None = None
) -> Assistant:
    """Return an assistant over the configured content, building the index first where it is needed.

    `report` hears of the build's progress. Raises ContentError, IndexUnavailableError or
    ModelUnavailableError.
    """
    base = load_knowledge_cached(settings.directories, settings.index)
    index = open_index(base, settings.index, report)
    kept = settings.home / "index" / "vectors"
    return Assistant(
        base,
        index,
        today=lambda: settings.date,
        vectors=lambda texts: remembered_vectors(texts, index.encode, kept),
        writer=_open_writer(settings),
    )


def _open_writer(settings: Settings) -> Writer | None:
    if settings.llm is None:
        return None
    return Writer(open_model(settings), settings.llm, settings.llm_timeout)
