"""Put the fields of a record into the sentences that answers cite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import Guide, KnowledgeBase, Resource, Role, Topic

_LINE_BREAK = re.compile(r"(?<!\n)\n(?![\n\-*\d#|>])")  # not before a list, quote or table
_COST = {
    "free": "free",
    "free-audit": "free to audit",
    "freemium": "free in part",
    "paid": "paid",
}
_CERTIFICATE = {
    "none": "no certificate",
    "free": "a free certificate",
    "paid": "a paid certificate",
}
_CERTIFICATION_COST = {
    "free": "free",
    "paid": "paid",
    "none": "no certification exists",
    "discontinued": "discontinued",
}
_TYPE = {"docs": "documentation", "practice": "practice site", "video": "video series"}
_FACET_QUESTION = {
    "overview": "what it is and why to learn it",
    "prerequisites": "what to know first, prerequisites of",
    "resources": "resources, courses, books and tutorials to learn",
    "projects": "projects and practice for",
    "certifications": "certifications and certificates for",
}


def topic_text(topic: Topic, facet: str, base: KnowledgeBase) -> str:
    """Return the text of one facet of a topic, or "" where the topic has nothing to say there."""
    match facet:
        case "overview":
            return _overview(topic)
        case "prerequisites":
            return _prerequisites(topic, base)
        case "resources":
            return _resources(topic, base)
        case "projects":
            return _projects(topic)
        case _:
            return _certifications(topic)


def topic_search_text(topic: Topic, facet: str, text: str) -> str:
    """Return the text by which a facet is found, names first: encoders read 256 word pieces."""
    names = ", ".join((topic.title, *topic.aliases[:8]))
    if facet == "overview":
        subtopics = ", ".join(subtopic.name for subtopic in topic.subtopics)
        return f"{names}. {topic.summary} {topic.why} {subtopics}"
    body = text.partition("\n")[2]
    return f"{_FACET_QUESTION[facet]} {names}. {body}"


def _overview(topic: Topic) -> str:
    also = f", also called {join_words(topic.aliases, 'or')}" if topic.aliases else ""
    hours = topic.hours
    stated = {
        "summary": topic.summary,
        "why": topic.why,
        "difficulty": f"Difficulty {topic.difficulty} of 5.",
        "hours": f"Allow {hours.low:g} to {hours.high:g} hours, {hours.midpoint:g} in the middle. "
        f"Basis of the hours: {_sentence(hours.basis)}",
    }
    missing = _missing(topic)
    lines = [f"{topic.title}{also}."]
    lines.extend(text for field, text in stated.items() if field not in missing)
    if topic.outcomes:
        lines.append(" ".join(["After it:", *topic.outcomes]))
    if topic.subtopics:
        names = join_words([subtopic.name for subtopic in topic.subtopics])
        lines.append(f"In learning order it covers {names}.")
    if topic.mistakes:
        lines.append(" ".join(["Common mistakes:", *topic.mistakes]))
    return "\n".join(lines)


def _prerequisites(topic: Topic, base: KnowledgeBase) -> str:
    if not topic.prerequisites:
        return f"Prerequisites of {topic.title}.\nIt has no prerequisites; you can start with it."
    required = [edge for edge in topic.prerequisites if edge.strength == "required"]
    lines = [f"Prerequisites of {topic.title}."]
    if not required:
        lines.append("None is required; these help.")
    for edge in sorted(topic.prerequisites, key=lambda edge: edge.strength != "required"):
        verb = "is required" if edge.strength == "required" else "is helpful, not required"
        lines.append(f"{base.topics[edge.topic].title} {verb}: {_sentence(edge.reason)}")
    return "\n".join(lines)


def _resources(topic: Topic, base: KnowledgeBase) -> str:
    if not topic.resources:
        return ""
    lines = [f"Resources for {topic.title}, best first."]
    lines.extend(resource_sentence(base.resources[name], base) for name in topic.resources)
    return "\n".join(lines)


def resource_sentence(resource: Resource, base: KnowledgeBase) -> str:
    """Return what is known of a resource in words: kind, cost, level, length and status."""
    kind = _TYPE.get(resource.type, resource.type)
    missing = _missing(resource)
    facts = [kind if "formats" in missing else f"{kind} ({join_words(resource.formats)})"]
    facts.extend(
        text
        for field, text in (("cost", _COST[resource.cost]), ("level", resource.level))
        if field not in missing
    )
    if resource.hours is not None:
        facts.append(f"{resource.hours:g} hours")
    if "certificate" not in missing:
        facts.append(_CERTIFICATE[resource.certificate])
    if resource.language != "en":
        facts.append(f"in the language {resource.language}")
    facts.append(_status(resource, base))
    note = f" {_sentence(resource.note)}" if resource.note else ""
    return f"{resource.title} by {resource.provider}: {', '.join(facts)}.{note}"


def _missing(record: Topic | Resource) -> tuple[str, ...]:
    """Return the fields of an imported record that hold defaults of ours, not to be claimed."""
    return record.draft.missing if record.draft else ()


def _status(resource: Resource, base: KnowledgeBase) -> str:
    successor = base.resources.get(resource.successor or "")
    match resource.status:
        case "moved":
            return f"moved to {successor.title} ({successor.url})" if successor else "moved"
        case "retired":
            return f"retired, followed by {successor.title}" if successor else "retired"
    seen = resource.seen
    month = f"{seen.date:%Y-%m}"
    where = f"opened in {month}" if seen.how == "opened" else f"listed in {seen.where} of {month}"
    return where if resource.status == "active" else f"{where}, not known to be available today"


def _projects(topic: Topic) -> str:
    if not topic.projects:
        return ""
    lines = [f"Projects for {topic.title}."]
    for project in topic.projects:
        hours = f" Allow {project.hours:g} hours." if project.hours else ""
        lines.append(
            f"{_sentence(project.title)} {_sentence(project.brief)} "
            f"Hand in: {_sentence(project.deliverable)} "
            f"Done when: {_sentence(project.done_when)}{hours}"
        )
    return "\n".join(lines)


def _certifications(topic: Topic) -> str:
    if not topic.certifications:
        return ""
    lines = [f"Certifications for {topic.title}."]
    for certification in topic.certifications:
        cost = _CERTIFICATION_COST[certification.cost]
        lines.append(f"{certification.title} ({cost}): {_sentence(certification.note)}")
    return "\n".join(lines)


def verdict_text(guide: Guide) -> str:
    """Return the short answer of a guide: its questions, its verdict and for whom it differs."""
    questions = " ".join(
        question if question.endswith(("?", ".", "!")) else f"{question}?"
        for question in guide.questions
    )
    return "\n".join([guide.title, questions, guide.verdict, guide.differs])


def role_text(role: Role, base: KnowledgeBase) -> str:
    """Return what a role is, what employers want and which topics it needs, heaviest first."""
    also = f", also called {join_words(role.aliases, 'or')}" if role.aliases else ""
    lines = [f"{role.title}{also}.", role.work, role.employers]
    for required, verb in ((True, "Required topics"), (False, "Optional topics")):
        topics = [entry for entry in role.topics if entry.required is required]
        if topics:
            topics.sort(key=lambda entry: -entry.weight)
            names = join_words([base.topics[entry.topic].title for entry in topics])
            lines.append(f"{verb}, most important first: {names}.")
    return "\n".join(lines)


def join_words(words: Sequence[str], conjunction: str = "and") -> str:
    """Return "a", "a and b", "a, b and c", or "a, b; c; and d" where a name has its own comma."""
    if len(words) < 2:
        return "".join(words)
    if any("," in word for word in words):
        return f"{'; '.join(words[:-1])}; {conjunction} {words[-1]}"
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def unwrapped(body: str) -> str:
    """Return Markdown with each paragraph on one line; lists and headings keep theirs."""
    return _LINE_BREAK.sub(" ", body)


def _sentence(text: str) -> str:
    """Return the text with a full stop at its end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
