"""Measure speed and memory beside LangChain's plain tutorial chain, on the same content."""

from evals.bench.figures import BenchReport, Row, Spread
from evals.bench.running import run_bench

__all__ = ["BenchReport", "Row", "Spread", "run_bench"]
