"""Judge an answer by its labels: behaviour, topics, recommendations, resources, wording."""

from __future__ import annotations

import re

from assistant.planning.resources import mismatches
from evals.answering import Case
from evals.metrics.score import Score, count, listed, share


def behaviour(case: Case) -> Score:
    """Tell whether the answer behaves in one of the ways expected."""
    expected, got = case.question.behaviour, case.answer.behaviour
    return share(got in expected, f"behaviour {got}, expected {' or '.join(expected)}")


def false_decline(case: Case) -> Score | None:
    """Count a decline of what could be answered; None where declining is right."""
    if "decline" in case.question.behaviour:
        return None
    return count(["declined what can be answered"] if case.answer.behaviour == "decline" else [])


def required_topic(case: Case) -> Score | None:
    """Tell whether one of the topics that belong in the answer is in it, cited or recommended."""
    expected = set(case.question.topics)
    if not expected:
        return None
    answer = case.answer
    cited = {citation.topic_id for citation in answer.citations if citation.topic_id}
    found = {*answer.topics, *answer.recommended, *cited}
    return share(
        bool(expected & found), f"topics {listed(found)}, expected one of {listed(expected)}"
    )


def recommendation(case: Case) -> Score | None:
    """Tell whether one of the sensible recommendations is made."""
    expected, got = set(case.question.recommend), case.answer.recommended
    if not expected:
        return None
    return share(
        bool(expected.intersection(got)),
        f"recommended {listed(got)}, expected one of {listed(expected)}",
    )


def forbidden_topic(case: Case) -> Score | None:
    """Tell that nothing is recommended that must not be: too advanced, or known already."""
    forbidden = {*case.question.not_recommended, *case.question.known}
    if not forbidden:
        return None
    found = forbidden.intersection(case.answer.recommended)
    return share(not found, f"recommended {listed(found)}")


def order(case: Case) -> Score | None:
    """Return the share of the order pairs that the recommendations keep.

    A pair is broken where its second topic comes before its first, or comes without it although the
    first is not known.
    """
    pairs = case.question.order
    if not pairs:
        return None
    profile = case.answer.profile
    known = {*profile.known, *profile.assumed_known}
    place = {name: position for position, name in enumerate(case.answer.recommended)}
    broken = [
        f"{second} is not after {first}"
        for first, second in pairs
        if second in place
        and (place[first] > place[second] if first in place else first not in known)
    ]
    return Score(1 - len(broken) / len(pairs), tuple(broken))


def constraints(case: Case) -> Score | None:
    """Return the share of the resources shown that are as asked for.

    None where nothing is asked for, or where no resource of the topics meant is like that: then the
    honest answer is the nearest one.
    """
    wish = case.question.resources
    if wish is None:
        return None
    possible = [
        name
        for topic in case.question.topics
        for name in case.base.topics[topic].resources
        if case.base.resources[name].is_recommendable
        and not mismatches(case.base.resources[name], wish)
    ]
    if case.question.topics and not possible:
        return None
    shown = [view.id for view in case.answer.resources]
    if not shown:
        return Score(0.0, ("no resource is shown",))
    missed = {name: mismatches(case.base.resources[name], wish) for name in shown}
    wrong = tuple(f"{name} misses {listed(fields)}" for name, fields in missed.items() if fields)
    return Score(1 - len(wrong) / len(shown), wrong)


def wording(case: Case) -> Score | None:
    """Tell whether the answer says what it must and nothing that it must not."""
    question, text = case.question, case.answer.answer
    if not question.must_say and not question.must_not_say:
        return None
    wrong = [
        f"does not say {pattern}" for pattern in question.must_say if not re.search(pattern, text)
    ]
    wrong += [f"says {pattern}" for pattern in question.must_not_say if re.search(pattern, text)]
    return Score(0.0 if wrong else 1.0, tuple(wrong))


def moving_on(case: Case) -> Score | None:
    """Tell that "and after that?" leads on to something other than the turn before."""
    if not case.question.moves_on:
        return None
    before, after = (answer.recommended[:1] for answer in case.answers[-2:])
    return share(bool(after) and after != before, f"recommended {listed(after)} again")
