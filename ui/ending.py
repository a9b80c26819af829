"""End a command: with an exit status and, where something went wrong, one sentence."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from assistant import RoadmapError, UsageError


@contextmanager
def explained_end() -> Iterator[None]:
    """Turn a RoadmapError into one sentence on stderr and exit status 1, wrong usage into 2.

    A full disk behind stdout is such a sentence too; a reader who has gone needs none.
    """
    try:
        yield
    except SystemExit:
        _flush_output()
        raise
    except UsageError as error:
        _fail(str(error), 2)
    except RoadmapError as error:
        _fail(str(error), 1)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EPIPE):
            raise
        _fail_to_write(error)


def _flush_output() -> None:
    """Write what still waits in the buffer, since Python would report a failure as a traceback."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _fail_to_write(error)


def _fail_to_write(error: OSError) -> NoReturn:
    # What still waits would fail again when the interpreter ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        sys.exit(1)
    _fail(f"The output cannot be written: {error.strerror}.", 1)


def _fail(message: str, status: int) -> NoReturn:
    if sys.stderr is not None:
        sys.stderr.write(f"{message}\n")
    sys.exit(status)
