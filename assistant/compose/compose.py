"""Choose how a question is answered, and put in front what the person should know first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.compose import limits, practice, wording
from assistant.compose.blocks import Block, Statement, Table, paragraph
from assistant.compose.certification import compose_certification
from assistant.compose.compare import compose_compare
from assistant.compose.explain import compose_explain, compose_guide, compose_why
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
    preface = _preface(situation, draft)
    if draft.behaviour == "clarify" or not preface:
        return draft
    return replace(draft, blocks=(*preface, *draft.blocks))


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
    if understood.resources and not understood.topics:
        return compose_resource(situation)
    if (
        understood.roles
        and understood.intent in ("role", "explain", "why", "prerequisites", "time")
        and not understood.topics
    ):
        return compose_role(situation)
    if understood.intent == "compare" and len(understood.topics) + len(understood.roles) > 1:
        return compose_compare(situation)
    if understood.topics:
        writer = _ABOUT_TOPICS.get(understood.intent, compose_explain)
        return (compose_explain if writer is compose_compare else writer)(situation)
    if understood.roles:
        return compose_role(situation)
    if understood.language not in ("en", "und") and not situation.hits:
        return limits.compose_language(situation)
    if situation.hits:
        return limits.compose_nearest(situation)
    return limits.compose_small_talk(situation)


def _shortened(draft: Draft) -> Draft:
    """Keep the first paragraph, which answers, and a plan's table."""
    kept = [block for block in draft.blocks if isinstance(block, Table)]
    return replace(draft, blocks=(draft.blocks[0], *kept))


def _preface(situation: Situation, draft: Draft) -> list[Block]:
    """Say what could not be done before the answer: language, unknown terms, the part outside."""
    understood = situation.understanding
    lines: list[str] = []
    if understood.language in _LANGUAGES and not situation.said_before("I read your"):
        lines.append(f"I read your {_LANGUAGES[understood.language]}, and answer in English.")
    for term, nearest in understood.not_held[:2]:
        if nearest:
            known = wording.name(situation.base, nearest)
            lines.append(f"I hold nothing on {term} itself; the nearest is {known}.")
        else:
            lines.append(f"I hold nothing on {term} itself.")
    if understood.noise and draft.behaviour in ("answer", "plan"):
        lines.append("I leave aside the part that is not about data science; to the rest:")
    return [paragraph(Statement(" ".join(lines)))] if lines else []
