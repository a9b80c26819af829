"""Judge the sources of answers: links, markers, supported statements, in every turn."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.verify import address
from evals.answering import Case
from evals.metrics.score import Score, count

_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_MARKER = re.compile(r"\[(\d+)\](?!\()")


def invented_links(case: Case) -> Score:
    """Count the addresses in the answers that no resource of the knowledge base has."""
    held = {address(resource.url) for resource in case.base.resources.values()}
    return count(
        f"invented link {link}"
        for answer in case.answers
        for link in _ADDRESS.findall(answer.answer)
        if link.rstrip(".,;") not in held
    )


def stray_markers(case: Case) -> Score:
    """Count the markers in the answers that open no citation."""
    return count(
        f"marker [{number}] has no citation"
        for answer in case.answers
        for number in _MARKER.findall(answer.answer)
        if int(number) not in {citation.n for citation in answer.citations}
    )


def unsourced(case: Case) -> Score:
    """Count the answers and plans that cite nothing at all."""
    return count(
        f"turn {turn} cites nothing"
        for turn, answer in enumerate(case.answers, 1)
        if _states_something(answer) and not _MARKER.search(answer.answer)
    )


def retired_shown(case: Case) -> Score:
    """Count the resources recommended although they have moved or no longer exist."""
    return count(
        f"{view.id} is {view.status}"
        for answer in case.answers
        if answer.plan is not None
        for step in answer.plan.steps
        for view in (case.base.resources[name] for name in step.resources)
        if not view.is_recommendable
    )


def _states_something(answer: Answer) -> bool:
    return answer.behaviour in ("answer", "plan")
