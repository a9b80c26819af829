import datetime as dt

from assistant import Plan, PlanStep
from ui.gantt import gantt


def step(name, start, end):
    return PlanStep(
        topic_id=name, title=name, why="", hours=1, start=start, end=end, prerequisites=(),
        resources=(), project=None, done_when=None,
    )  # fmt: skip


def plan(*steps):
    return Plan(
        goal=("x",), known=(), assumed_known=(), steps=steps, total_hours=1, weeks=None,
        finish_date=None, feasible=True, left_out=(), minimum_hours_per_week=None,
        earliest_finish=None,
    )  # fmt: skip


def test_bars_cover_the_days_of_their_steps():
    # Two weeks: the first step has the first 7 of 14 days, the second the other 7.
    made = gantt(
        plan(
            step("a", dt.date(2026, 3, 2), dt.date(2026, 3, 8)),
            step("b", dt.date(2026, 3, 9), dt.date(2026, 3, 15)),
        )
    )
    assert [(bar.left, bar.width) for bar in made.bars] == [(0, 50), (50, 50)]
    assert made.ticks == [(0, 1, dt.date(2026, 3, 2)), (50, 2, dt.date(2026, 3, 9))]


def test_a_long_plan_has_no_more_than_twelve_ticks():
    made = gantt(plan(step("a", dt.date(2026, 1, 1), dt.date(2027, 12, 31))))
    assert len(made.ticks) <= 12


def test_a_plan_without_dates_has_no_chart():
    assert gantt(plan(step("a", None, None))) is None
    assert gantt(plan()) is None
