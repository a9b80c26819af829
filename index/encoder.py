"""Encode texts with the exported model, without importing torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

from index.integrity import files_are_intact

Vectors = npt.NDArray[np.float32]
Kind = Literal["query", "document"]

CARD = "encoder.json"
GRAPH = "model.onnx"
GRAPH_DATA = "model.onnx.data"
TOKENIZER = "tokenizer.json"
_BATCH_TOKENS = 4096  # padded; more is no faster on a processor and costs memory
_PROBE_TOLERANCE = 0.999


class Encoder(Protocol):
    """Anything that turns texts into normalised rows; documents and queries may differ."""

    dimension: int

    def encode(self, texts: Sequence[str], kind: Kind = "query") -> Vectors:
        """Return one float32 row of length 1 for each text."""
        ...


class EncoderDamagedError(Exception):
    """The exported encoder is missing, incomplete, for another model, or computes wrong vectors."""


@dataclass(frozen=True)
class EncoderCard:
    """What an export is: its model, its limits, and a probe that shows whether it still works.

    `refused` says why the export must not be used (then sentence-transformers encodes queries).
    """

    model: str
    fingerprint: str
    dimension: int
    max_length: int
    prompts: dict[Kind, str]
    probe: str
    probe_vector: tuple[float, ...]
    worst_cosine: float
    files: dict[str, tuple[int, str | None]]
    refused: str | None = None

    def write(self, directory: Path) -> None:
        """Write the card; it comes last, so that a directory without one is incomplete."""
        text = json.dumps(asdict(self), ensure_ascii=False)
        (directory / CARD).write_text(text, encoding="utf-8")


def read_card(directory: Path, fingerprint: str) -> EncoderCard:
    """Return the card of an export, or raise EncoderDamagedError where it is not of this model."""
    try:
        data = json.loads((directory / CARD).read_text(encoding="utf-8"))
        vector = tuple(data.pop("probe_vector"))
        files = {name: (size, digest) for name, (size, digest) in data.pop("files").items()}
        card = EncoderCard(probe_vector=vector, files=files, **data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise EncoderDamagedError(f"{directory} holds no complete encoder") from error
    if card.fingerprint != fingerprint:
        raise EncoderDamagedError(f"{directory} holds the encoder of another model")
    return card


class OnnxEncoder:
    """The exported encoder: pooling and normalisation are part of the graph."""

    def __init__(self, directory: Path, card: EncoderCard) -> None:
        self.directory = directory
        self.card = card
        self.dimension = card.dimension

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.directory / TOKENIZER))
        tokenizer.enable_truncation(self.card.max_length)
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3  # its warnings speak about graphs, people cannot act on them
        # Threads that spin while they wait make a busy machine four times slower.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            str(self.directory / GRAPH), options, providers=["CPUExecutionProvider"]
        )

    def check(self) -> None:
        """Load everything and encode the probe; raise EncoderDamagedError where it comes out wrong.

        The weights are judged by what they compute: hashing 90 MB costs more than loading them.
        """
        if not files_are_intact(self.directory, self.card.files):
            raise EncoderDamagedError(f"{self.directory} has missing or changed files")
        vector = self.encode([self.card.probe])[0]
        if not float(vector @ np.asarray(self.card.probe_vector, np.float32)) > _PROBE_TOLERANCE:
            raise EncoderDamagedError(f"{self.directory} computes wrong vectors")

    def encode(self, texts: Sequence[str], kind: Kind = "query") -> Vectors:
        """Return one normalised float32 row a text; long texts are cut as in training."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        prompt = self.card.prompts.get(kind, "")
        encodings = self._tokenizer.encode_batch([prompt + text for text in texts])
        # Texts of like length together: padding costs as much as text.
        order = sorted(range(len(texts)), key=lambda row: -len(encodings[row].ids))
        start = 0
        while start < len(order):
            longest = len(encodings[order[start]].ids)
            batch = order[start : start + max(1, _BATCH_TOKENS // longest)]
            start += len(batch)
            ids = np.zeros((len(batch), longest), dtype=np.int64)
            mask = np.zeros_like(ids)
            for position, row in enumerate(batch):
                length = len(encodings[row].ids)
                ids[position, :length] = encodings[row].ids
                mask[position, :length] = 1
            inputs = {"input_ids": ids, "attention_mask": mask}
            rows[batch] = self._session.run(None, inputs)[0]
        return rows
