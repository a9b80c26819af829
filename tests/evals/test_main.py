import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_questions_that_cannot_be_read_are_one_sentence(index_home, assistant, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "evals", "--questions", str(tmp_path / "none.yaml")],
        cwd=ROOT,
        env={"ROADMAP_HOME": str(index_home), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "none.yaml cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
