"""Compose answers from guides: the verdict first, then for whom it differs."""

from __future__ import annotations

import re

from assistant.compose import wording
from assistant.compose.blocks import Paragraph, Statement, paragraph
from assistant.compose.situation import Situation
from knowledge import Guide


def guide_paragraphs(situation: Situation, guide: Guide) -> list[Paragraph]:
    """Return the verdict, the part of the guide nearest to the question, and what it rests on."""
    lead = situation.pick("This rests on", "To read on:", "What I base this on:")
    verdict = f"guide:{guide.id}#verdict"
    sources = [
        wording.link(situation.base.resources[name])
        for name in guide.sources
        if situation.base.resources[name].is_recommendable
    ]
    number, title, text = _nearest_section(situation, guide)
    return [
        paragraph(Statement(guide.verdict, verdict), Statement(guide.differs, verdict)),
        paragraph(
            Statement(
                f"**{title}.** {wording.first_sentences(text, 3)}",
                f"guide:{guide.id}#section-{number}",
            )
        ),
        paragraph(Statement(f"{lead} {wording.join(sources[:2])}.", verdict) if sources else None),
    ]


def _nearest_section(situation: Situation, guide: Guide) -> tuple[int, str, str]:
    """Return the number (from 1), title and text of the section that retrieval ranks first."""
    for hit in situation.hits:
        found = re.fullmatch(rf"guide:{guide.id}#section-(\d+)", hit.chunk.id)
        if found:
            number = int(found.group(1))
            return number, guide.sections[number - 1].title, guide.sections[number - 1].body
    return 1, guide.sections[0].title, guide.sections[0].body
