"""Say in one sentence why nothing can be remembered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from knowledge import RoadmapError

_INSUFFICIENT_PRIVILEGE = "42501"  # PostgreSQL counts it as wrong SQL


class MemoryUnavailableError(RoadmapError):
    """The database cannot be opened, read or written."""


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn a failure of the database at `place` into MemoryUnavailableError.

    Broken constraints and wrong SQL are bugs and are left to propagate.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        is_forbidden = getattr(error.orig, "sqlstate", None) == _INSUFFICIENT_PRIVILEGE
        if isinstance(error, ProgrammingError) and not is_forbidden:
            raise
        reason = str(error.orig).strip().splitlines()[0].rstrip(".") if error.orig else str(error)
        raise MemoryUnavailableError(
            f"The database at {place} cannot be used ({reason}); check that it exists, is writable "
            "and has room, or set ROADMAP_DATABASE_URL to another one."
        ) from error
