import errno
import os

import pytest

from index.locks import building, explained
from index.progress import ignore
from knowledge import IndexUnavailableError


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG])
def test_a_full_disk_is_named_with_what_to_do(tmp_path, number):
    sentence = "is full; free about 250 MB or set ROADMAP_HOME"
    with pytest.raises(IndexUnavailableError, match=sentence), explained(tmp_path):
        raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_missing_permission_is_named_with_what_to_do(tmp_path, number):
    sentence = "cannot be written; make it writable"
    with pytest.raises(IndexUnavailableError, match=sentence), explained(tmp_path):
        raise OSError(number, os.strerror(number))


def test_a_disk_with_too_little_room_is_told_before_any_work(tmp_path):
    sentence = "free about 1000000000 MB"
    with (
        pytest.raises(IndexUnavailableError, match=sentence),
        building(tmp_path, ignore, 10**15),
    ):
        pytest.fail("the work began")


def test_the_lock_is_free_again_afterwards(tmp_path):
    for _ in range(2):
        with building(tmp_path / "new", ignore, 0):
            assert (tmp_path / "new" / "build.lock").exists()


def test_waiting_is_reported(tmp_path):
    from threading import Event, Thread

    entered, leave = Event(), Event()

    def hold() -> None:
        with building(tmp_path, ignore, 0):
            entered.set()
            leave.wait(30)

    holder = Thread(target=hold)
    holder.start()
    entered.wait(30)
    stages = []

    def report(progress) -> None:
        stages.append(progress.stage)
        leave.set()

    with building(tmp_path, report, 0):
        pass
    holder.join()
    assert stages[0] == "Waiting for another process that is building the index"
