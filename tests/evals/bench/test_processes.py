import subprocess

import pytest

from evals.bench import processes
from evals.bench.processes import run_cold


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Return a folder from which programs are run."""
    monkeypatch.setattr(processes, "COLD", tmp_path)
    return tmp_path


def test_time_counts_until_the_first_line_and_memory_to_the_end(programs):
    (programs / "slow.py").write_text(
        "import json, sys, time\n"
        "print(json.dumps({'got': sys.argv[1]}), flush=True)\n"
        "ballast = bytearray(60_000_000)\n"
        "time.sleep(1)\n"
    )
    run = run_cold("slow", "x")
    assert run.result == {"got": "x"}
    assert run.seconds < 1
    assert run.megabytes is None or 60 < run.megabytes < 200


def test_a_program_that_fails_is_an_error(programs):
    (programs / "broken.py").write_text("print('{}', flush=True)\nraise SystemExit(3)\n")
    with pytest.raises(subprocess.CalledProcessError):
        run_cold("broken")
