"""Take in a person's own roadmap, to be answered from beside ours."""

from __future__ import annotations

import shutil
from pathlib import Path

from assistant.settings import Settings
from index import index_status, load_knowledge_cached
from index.target import find_target
from knowledge import CONTENT, UsageError
from knowledge.importing import ImportReport, import_roadmap


def import_own(settings: Settings, document: Path, out: Path) -> tuple[ImportReport, Settings]:
    """Import a Markdown document into `out`; return the report and the settings that serve it.

    Raises UsageError where the document cannot be read or holds nothing, or `out` not be written.
    """
    ours = load_knowledge_cached((CONTENT,), settings.index)
    report = import_roadmap([document], ours, out=out, today=settings.date)
    if not report.topics and not report.resources:
        raise UsageError(
            "Nothing in that file could be read as a topic or a link; "
            "a table or headings with links work best."
        )
    return report, serving(settings, out)


def begin_with_ours(settings: Settings, own: Settings) -> None:
    """Start a merged index that does not exist yet from ours: only what is new is embedded."""
    places = []
    for chosen in (settings, own):
        base = load_knowledge_cached(chosen.directories, chosen.index)
        places.append(find_target(base, chosen.index).directory)
    ours, merged = places
    if ours.is_dir() and not merged.exists():
        shutil.copytree(ours, merged)


def serving(settings: Settings, out: Path) -> Settings:
    """Return the settings under which ours and the content of `out` are served merged."""
    return settings.model_copy(update={"knowledge": out})


def is_index_ready(settings: Settings) -> bool:
    """Tell whether the index of the configured content can be opened without building anything."""
    base = load_knowledge_cached(settings.directories, settings.index)
    return index_status(base, settings.index).state == "ready"
