"""Let one process at a time build, and explain in one sentence why building is impossible."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.progress import Progress, Report
from knowledge import IndexUnavailableError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_POLL_SECONDS = 2.0


@contextmanager
def building(directory: Path, report: Report, bytes_needed: int) -> Iterator[None]:
    """Hold the build lock of a directory (made if missing), waiting while another process has it.

    The lock ends with its process, however that ends. Raises IndexUnavailableError where the
    disk is full or the directory cannot be written.
    """
    with explained(directory):
        directory.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(directory).free < bytes_needed:
            raise IndexUnavailableError(full_disk(directory, bytes_needed))
        lock = FileLock(directory / "build.lock")
        while not lock.is_locked:
            try:
                lock.acquire(timeout=_POLL_SECONDS)
            except Timeout:
                report(Progress("Waiting for another process that is building the index", 0, 1))
        try:
            yield
        finally:
            lock.release()


@contextmanager
def explained(directory: Path) -> Iterator[None]:
    """Turn a full disk and a missing permission into a sentence that says what to do."""
    try:
        yield
    except OSError as error:
        raise IndexUnavailableError(_explain(error, directory)) from error


def _explain(error: OSError, directory: Path) -> str:
    if error.errno in _FULL:
        return full_disk(directory)
    if error.errno in _FORBIDDEN:
        return read_only(directory)
    return (
        f"The index cannot be written to {directory} ({error.strerror or error}); "
        "set ROADMAP_HOME to a directory on a working disk."
    )


def full_disk(directory: Path, bytes_needed: int = 250_000_000) -> str:
    """Return the sentence for a full disk."""
    return (
        f"The disk of {directory} is full; free about {bytes_needed // 1_000_000} MB "
        "or set ROADMAP_HOME to a directory with room."
    )


def read_only(directory: Path) -> str:
    """Return the sentence for a directory that may not be written."""
    return (
        f"{directory} cannot be written; make it writable "
        "or set ROADMAP_HOME to a directory that is yours."
    )
