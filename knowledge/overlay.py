"""Lay an imported record over the one that we hold already."""

from __future__ import annotations

from knowledge.models import Record, Resource, Topic


def overlay(known: Record, imported: Record) -> Record | None:
    """Return `known` with what an imported draft of the same id adds, or None if it is no draft.

    Our own statements win: of a topic only further names, resources and certifications are taken,
    of a resource nothing.
    """
    if isinstance(known, Topic) and isinstance(imported, Topic) and imported.draft:
        return _with_additions(known, imported)
    if isinstance(known, Resource) and isinstance(imported, Resource) and imported.draft:
        return known
    return None


def _with_additions(known: Topic, imported: Topic) -> Topic:
    names = {name.casefold() for name in (known.title, *known.aliases)}
    aliases = {
        name.casefold(): name
        for name in (imported.title, *imported.aliases)
        if name.casefold() not in names
    }
    certified = {certification.title for certification in known.certifications}
    return known.model_copy(
        update={
            "aliases": (*known.aliases, *aliases.values()),
            "resources": tuple(dict.fromkeys((*known.resources, *imported.resources))),
            "certifications": (
                *known.certifications,
                *(c for c in imported.certifications if c.title not in certified),
            ),
        }
    )
