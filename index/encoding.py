"""Open the query encoder, exporting it first where that has not been done."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.encoder import Encoder, EncoderDamagedError, OnnxEncoder, read_card
from index.export import export_encoder
from index.locks import building
from index.progress import Progress, Report, ignore
from index.settings import IndexSettings
from index.weights import Weights, find_weights, verify_weights

if TYPE_CHECKING:
    from index.reference import ReferenceEncoder

_BYTES = 250_000_000  # the exported model, twice while the exporter works


def encoder_directory(settings: IndexSettings, weights: Weights) -> Path:
    """Return where the export of this model lives; every index of the same home shares it."""
    slug = re.sub(r"[^a-zA-Z0-9]+", "-", weights.name).strip("-")[-60:].lower()
    return settings.home / "encoder" / slug


def open_exported(settings: IndexSettings, weights: Weights) -> Encoder:
    """Return the encoder that an earlier run exported.

    Raises EncoderDamagedError where there is none, or none that works.
    """
    directory = encoder_directory(settings, weights)
    card = read_card(directory, weights.fingerprint)
    if card.refused is not None:
        return load_reference(weights)
    encoder = OnnxEncoder(directory, card)
    encoder.check()
    return encoder


def load_reference(weights: Weights) -> ReferenceEncoder:
    """Load the model with sentence-transformers: 6 to 10 seconds and 450 MB."""
    from index.reference import ReferenceEncoder

    return ReferenceEncoder(weights)


@dataclass(frozen=True)
class Encoders:
    """The query encoder and, where it had to be loaded for the export, the reference."""

    query: Encoder
    reference: ReferenceEncoder | None = None


def open_encoder(settings: IndexSettings, report: Report = ignore) -> Encoder:
    """Return the query encoder, exporting the model first where no working export exists.

    Raises IndexUnavailableError where the model is missing or nothing can be written.
    """
    return prepare_encoders(settings, report).query


def prepare_encoders(settings: IndexSettings, report: Report = ignore) -> Encoders:
    """Return the encoders as `open_encoder` does, with the reference if it is in memory anyway."""
    weights = find_weights(settings.model)
    try:
        return Encoders(open_exported(settings, weights))
    except EncoderDamagedError:
        pass
    directory = encoder_directory(settings, weights)
    with building(directory.parent, report, _BYTES):
        try:
            return Encoders(open_exported(settings, weights))  # another process was faster
        except EncoderDamagedError:
            return _export(weights, directory, report)


def _export(weights: Weights, directory: Path, report: Report) -> Encoders:
    stage = "Preparing the encoder (once, about 20 seconds)"
    report(Progress(stage, 0, 1))
    verify_weights(weights)
    reference = load_reference(weights)
    for leftover in directory.parent.glob(f"{directory.name}.*.part"):
        shutil.rmtree(leftover, ignore_errors=True)
    part = Path(tempfile.mkdtemp(prefix=f"{directory.name}.", suffix=".part", dir=directory.parent))
    card = export_encoder(reference, weights, part)
    shutil.rmtree(directory, ignore_errors=True)
    part.rename(directory)
    report(Progress(stage, 1, 1))
    query = reference if card.refused is not None else OnnxEncoder(directory, card)
    return Encoders(query, reference)
