"""Run a program in a fresh process and measure it from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COLD = Path(__file__).parent / "cold"
# The highest resident memory, printed by the program itself at its end: the kernel's figure for
# children counts what the parent held when it forked.
_PEAK = "/proc/self/status"
_WRAPPER = (
    "import runpy, sys; sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__'); "
    f"import pathlib; status = pathlib.Path('{_PEAK}'); "
    "sys.stdout.write(status.read_text() if status.exists() else '')"
)


@dataclass(frozen=True)
class ColdRun:
    """A program's seconds from start to its first line, that line, and its peak memory in MB."""

    seconds: float
    result: Mapping[str, Any]
    megabytes: float | None


def run_cold(program: str, *arguments: str) -> ColdRun:
    """Run a program of `evals/bench/cold` and return what it took until its result was there."""
    command = [sys.executable, "-c", _WRAPPER, str(COLD / f"{program}.py"), *arguments]
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        rest = process.stdout.read().decode()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    peak = re.search(r"VmHWM:\s+(\d+) kB", rest)
    return ColdRun(seconds, json.loads(line), int(peak.group(1)) / 1024 if peak else None)


def run_command(arguments: Sequence[str], home: Path) -> float:
    """Return the seconds that a `roadmap` command takes from start to end."""
    command = [sys.executable, "-c", "from ui.cli import main; main()", *arguments]
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=ROOT,
        env={**_environment(), "ROADMAP_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
