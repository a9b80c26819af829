"""A command ends with a status, and never with a traceback that people cannot act on."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import RoadmapError, UsageError
from ui.ending import explained_end

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("error", "status"), [(UsageError("No."), 2), (RoadmapError("No."), 1)])
def test_an_error_for_people_is_its_sentence_and_a_status(error, status, capsys):
    with pytest.raises(SystemExit) as stop, explained_end():
        raise error
    assert stop.value.code == status
    assert capsys.readouterr() == ("", "No.\n")


def test_every_other_error_is_a_bug_and_stays_one():
    with pytest.raises(PermissionError), explained_end():
        raise PermissionError(errno.EACCES, "denied")


def run(shell_line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in which `$SAY` prints one word as a command does."""
    code = (
        "import sys\nfrom ui.ending import explained_end\n"
        "with explained_end():\n    print('word')\n    sys.exit(0)\n"
    )
    environment = {**os.environ, "PYTHON": sys.executable, "CODE": code}
    return subprocess.run(
        ["bash", "-c", shell_line.replace("$SAY", '"$PYTHON" -c "$CODE"')],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_sentence():
    done = run("$SAY > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "The output cannot be written: No space left on device.\n"


def test_a_reader_who_has_gone_is_told_nothing():
    done = run("{ sleep 0.1; $SAY; echo $? >&2; } | true")
    assert done.stderr == "1\n"


def test_a_closed_output_is_no_error():
    done = run("$SAY >&-")
    assert (done.returncode, done.stderr) == (0, "")
