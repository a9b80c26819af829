"""Judge the sources of answers in every turn: links, markers, support.

What a statement is and when a citation supports it is decided in `assistant.verify`; here it is
only counted. Precision and recall are ALCE's, averaged over the turns of a question.
"""

from __future__ import annotations

import re
from statistics import fmean

from evals.answering import Case
from evals.metrics.score import Score, count

_REMOVED = re.compile(r"^(\d+) \w+ without a source removed")


def invented_links(case: Case) -> Score:
    """Count the addresses that no resource has, or only one that is gone."""
    return count(f"invented link {link}" for check in case.checks for link in check.invented_links)


def stray_markers(case: Case) -> Score:
    """Count the markers that open no citation."""
    return count(
        f"marker [{number}] has no citation"
        for check in case.checks
        for number in check.stray_markers
    )


def supported(case: Case) -> Score | None:
    """Return the share of statements that their citations support; None without statements."""
    statements = sum(check.statements for check in case.checks)
    if not statements:
        return None
    wrong = tuple(f"unsupported: {text}" for check in case.checks for text in check.unsupported)
    return Score(1 - len(wrong) / statements, wrong)


def removed(case: Case) -> Score:
    """Count what verification had to take out before the answer was shown."""
    notes = [note for answer in case.answers for note in answer.notes]
    counts = [int(found.group(1)) for note in notes if (found := _REMOVED.match(note))]
    return Score(float(sum(counts)), tuple(note for note in notes if _REMOVED.match(note)))


def precision(case: Case) -> Score:
    """Return the share of citations that matter for the statement they stand at."""
    return Score(fmean(check.citation_precision for check in case.checks))


def recall(case: Case) -> Score:
    """Return the share of statements that are supported, a turn at a time."""
    return Score(fmean(check.citation_recall for check in case.checks))


def unsourced(case: Case) -> Score:
    """Count the answers and plans that cite nothing at all."""
    return count(
        f"turn {turn} cites nothing"
        for turn, answer in enumerate(case.answers, 1)
        if answer.behaviour in ("answer", "plan") and not answer.citations
    )


def gone_resources(case: Case) -> Score:
    """Count the resources recommended in plans although they moved or no longer exist."""
    return count(
        f"{resource.id} is {resource.status}"
        for answer in case.answers
        if answer.plan is not None
        for step in answer.plan.steps
        for resource in (case.base.resources[name] for name in step.resources)
        if not resource.is_recommendable
    )
