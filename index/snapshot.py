"""Keep the validated knowledge base beside the index, so that a start need not parse YAML."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import knowledge
from index.settings import IndexSettings
from knowledge import (
    Area,
    Guide,
    KnowledgeBase,
    Place,
    Resource,
    Role,
    Topic,
    load_knowledge,
)
from knowledge.loader import content_directories, content_files

_MODELS: dict[str, Any] = {
    "areas": Area,
    "topics": Topic,
    "resources": Resource,
    "roles": Role,
    "guides": Guide,
}


def load_knowledge_cached(directories: Sequence[Path], settings: IndexSettings) -> KnowledgeBase:
    """Return what `load_knowledge(*directories)` returns, from a snapshot where nothing changed.

    The snapshot is keyed by the bytes of every content file and of the code that reads them; it is
    only ever written for content without problems. Raises ContentError as `load_knowledge` does.
    """
    roots = content_directories(directories)
    path = settings.home / "knowledge" / f"{_key_of_place(roots)}-{_key(roots)}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, ValidationError):
        return _read(path, roots)
    base = load_knowledge(*roots)
    with suppress(OSError):  # a home that cannot be written costs a second at each start, no more
        _write(base, path)
    return base


def _key_of_place(roots: Iterable[Path]) -> str:
    return hashlib.sha256("\n".join(str(root.resolve()) for root in roots).encode()).hexdigest()[:8]


def _key(roots: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    code = sorted(Path(knowledge.__file__).parent.glob("*.py"))
    for group in (code, *((root, *content_files(root)) for root in roots)):
        for path in group:
            content = b""  # what cannot be read has no snapshot: loading it names the problem
            with suppress(OSError):
                content = path.read_bytes()
            digest.update(f"{path.resolve()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:32]


def _read(path: Path, roots: tuple[Path, ...]) -> KnowledgeBase:
    data = json.loads(path.read_bytes())
    records = {
        kind: {item["id"]: model.model_validate(item, strict=False) for item in data[kind]}
        for kind, model in _MODELS.items()
    }
    places = {(kind, name): Place(file, lines) for kind, name, file, lines in data["places"]}
    return KnowledgeBase(**records, places=places, directories=roots)


def _write(base: KnowledgeBase, path: Path) -> None:
    data: dict[str, Any] = {
        kind: [record.model_dump(mode="json") for record in getattr(base, kind).values()]
        for kind in _MODELS
    }
    data["places"] = [
        [kind, name, place.file, dict(place.lines)] for (kind, name), place in base.places.items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    place = path.name.partition("-")[0]
    for old in path.parent.glob(f"{place}-*"):  # earlier content, and what killed writers left
        old.unlink()
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f"{place}-", suffix=".part", delete=False
    ) as file:
        json.dump(data, file, ensure_ascii=False)
    Path(file.name).replace(path)
