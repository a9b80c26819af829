"""Measure planning on a made-up roadmap of 10,000 topics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from assistant.planning import make_plan, rank_next
from assistant.profile import Profile, Progress
from evals.bench.figures import Row, milliseconds, spread
from evals.question import EVAL_DAY
from evals.synthetic import goal_with_closure, synthetic_base

TOPICS, CLOSURE = 10_000, 1000
_HOURS_PER_WEEK = 20.0


def rows(repeats: int) -> Iterator[Row]:
    """Yield next, and a plan whose goal needs 1,000 topics, without and with a limit of time."""
    base = synthetic_base(TOPICS)
    goal = goal_with_closure(base, CLOSURE)
    learner = Profile(start=EVAL_DAY, goal=goal)
    hours = sum(base.topics[name].hours.midpoint for name in base.graph.closure(goal))
    half = dt.timedelta(weeks=hours / 2 / _HOURS_PER_WEEK)
    limited = learner.model_copy(
        update={"hours_per_week": _HOURS_PER_WEEK, "deadline": EVAL_DAY + half}
    )
    rank_next(base, learner, Progress())  # the graph is built once
    times = [milliseconds(lambda: rank_next(base, learner, Progress())) for _ in range(repeats * 3)]
    yield Row("5", f"next among {TOPICS:,} topics", "ms", spread(times), limit=50)
    times = [milliseconds(lambda: make_plan(base, learner)) / 1000 for _ in range(repeats)]
    yield Row("5", f"plan of {CLOSURE:,} topics", "s", spread(times), limit=2)
    times = [milliseconds(lambda: make_plan(base, limited)) / 1000 for _ in range(repeats)]
    yield Row("5", "the same with half the time it needs", "s", spread(times), limit=2)
