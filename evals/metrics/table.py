"""List the metrics: what each is called, what it belongs to, and how questions add up.

A new metric is one function from a `Case` to a `Score` (or None where it does not apply), one line
in `METRICS`, and a test worked by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from evals.answering import Case
from evals.metrics import answers, citations, plans, understanding
from evals.metrics.score import Score

Kind = Literal["share", "count"]


@dataclass(frozen=True)
class Metric:
    """One figure of the report.

    `kind` share: 0 to 1, larger is better, averaged over questions. `kind` count: how many things
    are wrong, added up. A question passes when every metric that `decides` is without fault.
    """

    name: str
    group: str
    judge: Callable[[Case], Score | None]
    kind: Kind = "share"
    decides: bool = True

    def is_faultless(self, value: float) -> bool:
        """Tell whether a question's value leaves nothing to mend."""
        return value == 0 if self.kind == "count" else value >= 1


METRICS = (
    Metric("intent", "understanding", understanding.intent),
    Metric("skills", "understanding", understanding.skills),
    Metric("goal", "understanding", understanding.goal),
    Metric("time", "understanding", understanding.time),
    Metric("behaviour", "answers", answers.behaviour),
    Metric("false declines", "answers", answers.false_decline, "count"),
    Metric("required topics", "answers", answers.required_topic),
    Metric("recommendations", "answers", answers.recommendation),
    Metric("forbidden topics", "answers", answers.forbidden_topic),
    Metric("moving on", "answers", answers.moving_on),
    Metric("order", "answers", answers.order),
    Metric("resource constraints", "answers", answers.constraints),
    Metric("wording", "answers", answers.wording),
    Metric("invented links", "citations", citations.invented_links, "count"),
    Metric("stray markers", "citations", citations.stray_markers, "count"),
    Metric("answers without source", "citations", citations.unsourced, "count"),
    Metric("gone resources", "citations", citations.gone_resources, "count"),
    Metric("supported statements", "citations", citations.supported, decides=False),
    Metric("citation precision", "citations", citations.precision, decides=False),
    Metric("citation recall", "citations", citations.recall, decides=False),
    Metric("removed before shown", "citations", citations.removed, "count", decides=False),
    Metric("prerequisite violations", "plans", plans.prerequisite_violations, "count"),
    Metric("known taught again", "plans", plans.known_taught_again, "count"),
    Metric("budget overrun", "plans", plans.budget_overrun, "count"),
    Metric("deadline overrun", "plans", plans.deadline_overrun, "count"),
    Metric("value against optimum", "plans", plans.value_against_optimum),
)
