"""Bring your own roadmap: Markdown documents in, draft content and a report out."""

from knowledge.importing.draft import draft_problems
from knowledge.importing.importer import import_roadmap
from knowledge.importing.report import ImportReport

__all__ = ["ImportReport", "draft_problems", "import_roadmap"]
