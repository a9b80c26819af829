"""Choose how a question is answered, and put in front what the person should know first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.compose import limits, practice, wording
from assistant.compose.blocks import Block, Paragraph, Statement, Table, paragraph
from assistant.compose.certification import compose_certification, offers_certificate
from assistant.compose.compare import compose_compare
from assistant.compose.explain import compose_explain, compose_guide, compose_why
from assistant.compose.fresh import without_repetition
from assistant.compose.next import compose_next
from assistant.compose.plan import compose_plan
from assistant.compose.prerequisites import compose_prerequisites
from assistant.compose.ready import compose_ready
from assistant.compose.resources import compose_resource, compose_resources
from assistant.compose.role import compose_role
from assistant.compose.situation import Draft, Situation

_ABOUT_TOPICS: dict[str, Callable[[Situation], Draft]] = {
    "prerequisites": compose_prerequisites,
    "resources": compose_resources,
    "certification": compose_certification,
    "explain": compose_explain,
    "why": compose_why,
    "compare": compose_compare,
    "ready": compose_ready,
    "project": practice.compose_project,
    "time": practice.compose_time,
}
_WHY = re.compile(r"\bwhy\b", re.IGNORECASE)
SHORT = 9
"""Up to how many words a message may have that only adds a fact."""
_LANGUAGES = {
    "es": "Spanish",
    "hi": "Hindi",
    "hi-Latn": "Hindi",
    "de": "German",
    "pt": "Portuguese",
    "fr": "French",
    "zh": "Chinese",
}


def compose(situation: Situation) -> Draft:
    """Return the composed answer to what was understood."""
    draft = _answer(situation)
    if situation.understanding.shorter:
        draft = _shortened(draft)
    else:
        draft = without_repetition(situation, draft)
    if draft.behaviour == "clarify":
        return draft
    nearest = [topic for _, topic in situation.understanding.not_held if topic]
    return replace(
        draft,
        blocks=(*_preface(situation), *draft.blocks, *_outside(situation, draft)),
        topics=tuple(dict.fromkeys((*draft.topics, *nearest))),
    )


def _answer(situation: Situation) -> Draft:
    understood = situation.understanding
    match understood.intent:
        case "small_talk":
            return limits.compose_small_talk(situation)
        case "off_topic" | "unanswerable":
            return limits.compose_decline(situation)
    if understood.ambiguous:
        return limits.compose_which(situation)
    match understood.intent:
        case "plan":
            return (
                compose_plan(situation) if situation.plan else limits.compose_what_goal(situation)
            )
        case "progress":
            return practice.compose_progress(situation)
        case "next" if situation.suggestions:
            return compose_next(situation)
    return _about(situation)


def _about(situation: Situation) -> Draft:
    """Answer a question about a guide, resource, role or topics, whichever it names."""
    understood = situation.understanding
    if understood.guides:
        return compose_guide(situation)
    if understood.topics and _only_names_hours(situation):
        return practice.compose_time(situation)
    if understood.resources and not understood.topics:
        return compose_resource(situation)
    if (
        understood.roles
        and understood.intent in ("role", "explain", "why", "prerequisites", "time")
        and not understood.topics
    ):
        return compose_role(situation)
    if understood.intent == "compare":
        situation = _with_what_was_shown(situation)
        if len(situation.understanding.topics) + len(understood.roles) > 1:
            return compose_compare(situation)
    if understood.topics:
        return _about_topics(situation)
    if understood.intent == "certification" and offers_certificate(situation):
        return compose_certification(situation)
    if understood.roles:
        wants_step = understood.intent in ("resources", "project") and situation.suggestions
        return compose_next(situation) if wants_step else compose_role(situation)
    return _from_what_was_found(situation)


def _about_topics(situation: Situation) -> Draft:
    understood = situation.understanding
    writer = _ABOUT_TOPICS.get(understood.intent, compose_explain)
    if writer is compose_compare:
        writer = compose_explain
    if writer is compose_explain and understood.follow_up and _WHY.search(understood.message):
        writer = compose_why
    return writer(situation)


def _from_what_was_found(situation: Situation) -> Draft:
    """Answer a question that names nothing that is held, from the guide or topics found for it."""
    understood, hits = situation.understanding, situation.hits
    if not hits:
        foreign = understood.language not in ("en", "und")
        write = limits.compose_language if foreign else limits.compose_small_talk
        return write(situation)
    if guide := hits[0].chunk.guide_id:
        answered = replace(understood, guides=(guide,))
        return compose_guide(replace(situation, understanding=answered))
    return limits.compose_nearest(situation)


def _with_what_was_shown(situation: Situation) -> Situation:
    """Take what the last answer recommended as the other side of "compare that with X"."""
    understood, last = situation.understanding, situation.conversation.last
    if len(understood.topics) != 1 or understood.roles or last is None:
        return situation
    shown = [name for name in last.answer.recommended[:1] if name not in understood.topics]
    both = replace(understood, topics=(*shown, *understood.topics))
    return replace(situation, understanding=both)


def _only_names_hours(situation: Situation) -> bool:
    """Tell whether a message adds the person's hours to what was talked about and asks nothing."""
    understood = situation.understanding
    asks = "?" in understood.message or understood.intent in ("role", "compare", "progress")
    is_short = len(understood.message.split()) <= SHORT
    return "hours_per_week" in understood.changed and is_short and not asks


def _shortened(draft: Draft) -> Draft:
    """Keep the sentence that answers and the one that says what to use; a table loses a column."""
    first, *rest = draft.blocks
    blocks: list[Block] = [first]
    if isinstance(first, Paragraph):
        answering = next((s for s in first.statements if s.chunk), first.statements[0])
        brief = replace(answering, text=wording.first_sentences(answering.text))
        paragraphs = (block for block in draft.blocks if isinstance(block, Paragraph))
        using = [s for p in paragraphs for s in p.statements if wording.has_link(s.text)][:1]
        blocks = [paragraph(brief, *(() if wording.has_link(brief.text) else using))]
    for table in (block for block in rest if isinstance(block, Table)):
        rows = tuple((cells[:-1], chunk) for cells, chunk in table.rows)
        blocks.append(Table(table.header[:-1], rows))
    return replace(draft, blocks=tuple(blocks))


def _preface(situation: Situation) -> list[Block]:
    """Say before the answer what could not be done: another language, unknown terms."""
    understood = situation.understanding
    lines: list[str] = []
    if understood.language in _LANGUAGES and not situation.said_before("I read your"):
        lines.append(f"I read your {_LANGUAGES[understood.language]}, and answer in English.")
    for term, nearest in understood.not_held[:2]:
        also = f"; the nearest is {wording.name(situation.base, nearest)}" if nearest else ""
        lines.append(f"I hold nothing on {term} itself{also}.")
    return [paragraph(Statement(" ".join(lines)))] if lines else []


def _outside(situation: Situation, draft: Draft) -> list[Block]:
    """Say after the answer that a part of the message was not for us."""
    if not situation.understanding.noise or draft.behaviour == "decline":
        return []
    return [paragraph(Statement("I leave aside the part that is not about data science."))]
