"""Run the fixed questions as `python -m evals`; `roadmap eval` does the same and more."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console

from assistant.open import open_assistant
from assistant.settings import Settings
from evals import gate, run, store_baseline
from knowledge import RoadmapError


def main() -> int:
    """Print the report; return 1 where `--gate` finds it wanting, 2 where it cannot be made."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--questions", type=Path, help="a questions file, or a folder of them")
    parser.add_argument("--split", choices=("main", "held-back"), default="main")
    parser.add_argument("--out", type=Path, help="write report.json and report.html here")
    parser.add_argument("--store", action="store_true", help="make this the split's baseline")
    parser.add_argument("--gate", action="store_true", help="fail where the report is not enough")
    options = parser.parse_args()
    try:
        report = run(open_assistant(Settings()), questions=options.questions, split=options.split)
    except RoadmapError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    console = Console()
    console.print(report.table())
    if options.out:
        report.write(options.out)
    if options.store:
        store_baseline(report)
    failures = gate(report) if options.gate else []
    for failure in failures:
        console.print(failure, markup=False)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
