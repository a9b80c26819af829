"""Tell whether files are still what they were when they were written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

_HASHED_BYTES = 64_000_000  # larger files are judged by their size: a start must not read them all


def fingerprint_files(directory: Path) -> dict[str, tuple[int, str | None]]:
    """Return size and SHA-256 of every file below a directory.

    SQLite files get no hash, since Chroma writes to them whenever it opens them, nor do files that
    take long to read.
    """
    found: dict[str, tuple[int, str | None]] = {}
    for path in sorted(directory.rglob("*")):
        if path.is_file():
            name = path.relative_to(directory).as_posix()
            size = path.stat().st_size
            is_hashed = ".sqlite3" not in path.name and size <= _HASHED_BYTES
            found[name] = (size, _file_hash(path) if is_hashed else None)
    return found


def files_are_intact(directory: Path, files: Mapping[str, tuple[int, str | None]]) -> bool:
    """Tell whether every recorded file is there, of its size and, where recorded, with its hash.

    The size of a SQLite file is free to change.
    """
    for name, (size, digest) in files.items():
        path = directory / name
        if not path.is_file():
            return False
        if ".sqlite3" not in name and path.stat().st_size != size:
            return False
        if digest is not None and _file_hash(path) != digest:
            return False
    return True


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
