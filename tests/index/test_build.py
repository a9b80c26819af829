import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import build_chunks, open_index
from index.build import SyncReport, compare
from index.manifest import read_manifest
from index.target import find_target

PROGRAM = Path(__file__).with_name("build_in_process.py")
TINY = Path(__file__).parent.parent / "data" / "knowledge"


def start(home: Path, content: Path = TINY, largest_file: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, PROGRAM, home, content, str(largest_file)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    return process


def test_a_comparison_counts_every_chunk_once():
    change = compare({"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "old", "d": "4"})
    assert change == SyncReport(added=1, updated=1, removed=1, unchanged=1)


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_index_or_none(tiny_base, settings):
    began = time.monotonic()
    process = start(settings.home)
    process.communicate(timeout=120)
    whole = time.monotonic() - began
    target = find_target(tiny_base, settings)
    chance = random.Random(20261122)
    for _ in range(10):
        for path in target.directory.glob("manifest.json"):
            path.unlink()
        process = start(settings.home)
        time.sleep(chance.uniform(0, whole))
        process.kill()
        process.communicate()
        manifest = read_manifest(target.directory)
        assert manifest is None or manifest.identity == target.identity
        index = open_index(tiny_base, settings)
        assert index.search("rows and columns of a DataFrame")[0].chunk.topic_id == "pandas"
        index.close()
        assert len(list(target.directory.glob("generation-*"))) <= 2


@pytest.mark.slow
def test_a_killed_sync_leaves_the_old_index(tiny_base, tiny_content, settings):
    process = start(settings.home, tiny_content)
    process.communicate(timeout=120)
    topic = tiny_content / "topics" / "modelling" / "nlp.yaml"
    before = topic.read_text(encoding="utf-8")
    topic.write_text(before.replace("making programs read", "making programs sing"))
    chance = random.Random(5)
    for _ in range(4):
        process = start(settings.home, tiny_content)
        time.sleep(chance.uniform(0, 0.8))
        process.kill()
        process.communicate()
    topic.write_text(before)
    process = start(settings.home, tiny_content)
    output, _ = process.communicate(timeout=120)
    # Either the old index is served as it was, or a sync that came through is taken back.
    unchanged = len(build_chunks(tiny_base)) - 1
    taken_back = SyncReport(added=0, updated=1, removed=0, unchanged=unchanged)
    assert output.split(" | ")[0] in ("None", str(taken_back))
    assert "topic:pandas" in output


@pytest.mark.slow
def test_two_processes_that_build_at_once_build_once(tiny_base, settings):
    both = [start(settings.home), start(settings.home)]
    outputs = [process.communicate(timeout=120)[0] for process in both]
    summaries = sorted(output.split(" | ")[0] for output in outputs)
    assert summaries[0] == "None"
    assert summaries[1].startswith("added")
    assert all("topic:pandas" in output for output in outputs)


@pytest.mark.slow
@pytest.mark.parametrize("largest_file", [100, 3_000, 40_000, 100_000, 200_000])
def test_a_disk_that_fills_up_gives_one_sentence(settings, largest_file):
    process = start(settings.home, largest_file=largest_file)
    output, errors = process.communicate(timeout=120)
    assert "set ROADMAP_HOME to a directory with room." in output
    assert "Traceback" not in errors
