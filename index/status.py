"""Say in words what state the index is in, without building anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from index.build import GENERATION, SyncReport, compare
from index.encoder import EncoderDamagedError, read_card
from index.encoding import encoder_directory
from index.integrity import files_are_intact
from index.manifest import Manifest, read_manifest
from index.settings import IndexSettings
from index.target import Target, find_target
from knowledge import KnowledgeBase

State = Literal["ready", "outdated", "missing", "damaged"]


@dataclass(frozen=True)
class IndexStatus:
    """The state of an index; `text` says it to people, `pending` is what the next sync would do."""

    state: State
    text: str
    location: str
    model: str
    chunks: int
    built: str | None
    bytes: int
    pending: SyncReport

    def __str__(self) -> str:
        """Return what `roadmap index status` prints."""
        facts = [self.text, f"place: {self.location}", f"model: {self.model}"]
        if self.built is not None:
            facts.append(f"built: {self.built}, {self.chunks} chunks, {self.bytes / 1e6:.0f} MB")
        return "\n".join(facts)


def index_status(base: KnowledgeBase, settings: IndexSettings) -> IndexStatus:
    """Return the state of the index of `base`; reads files only and never builds."""
    target = find_target(base, settings)
    manifest = read_manifest(target.directory)
    wanted, found = target.identity, manifest.identity if manifest else None
    is_other_kind = found is not None and replace(found, chunks={}) != replace(wanted, chunks={})
    reusable = {} if found is None or is_other_kind else found.chunks
    pending = compare(wanted.chunks, reusable)
    state, text = _judge(target, manifest, is_other_kind, pending)
    try:
        read_card(encoder_directory(settings, target.weights), target.weights.fingerprint)
    except EncoderDamagedError:
        text += " The encoder has to be prepared first, which takes about 20 seconds."
    files = [path for path in target.directory.rglob("*") if path.is_file()]
    return IndexStatus(
        state=state,
        text=text,
        location=settings.chroma_url or str(target.directory),
        model=target.weights.name,
        chunks=len(manifest.identity.chunks) if manifest else 0,
        built=manifest.built if manifest else None,
        bytes=sum(path.stat().st_size for path in files),
        pending=pending,
    )


def _judge(
    target: Target, manifest: Manifest | None, is_other_kind: bool, pending: SyncReport
) -> tuple[State, str]:
    if manifest is None and any(target.directory.glob(f"{GENERATION}*")):
        return "damaged", "An index was begun and not finished; the next question completes it."
    if manifest is None:
        return "missing", "There is no index yet; the next question builds it in about a minute."
    if not files_are_intact(target.directory / manifest.generation, manifest.files):
        return (
            "damaged",
            "Files of the index are missing or changed; the next question mends it.",
        )
    if is_other_kind:
        return (
            "outdated",
            "The index belongs to another model, store or version; the next question rebuilds it.",
        )
    if manifest.identity != target.identity:
        return (
            "outdated",
            f"The roadmap has changed since the index was built; the next question syncs it "
            f"({pending}).",
        )
    return "ready", f"The index is complete and matches the roadmap: {len(target.chunks)} chunks."
