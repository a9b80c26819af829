"""Tell whether a change made the assistant better: fixed questions, metrics, reports, a gate."""

from evals.comparing import Comparison, compare
from evals.gating import gate, read_baseline, store_baseline
from evals.report import Report, read_report
from evals.running import run

__all__ = [
    "Comparison",
    "Report",
    "compare",
    "gate",
    "read_baseline",
    "read_report",
    "run",
    "store_baseline",
]
