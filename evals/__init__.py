"""Tell whether a change made the assistant better: fixed questions, metrics, reports, a gate."""

from evals.report import Report, read_report
from evals.running import run

__all__ = ["Report", "read_report", "run"]
