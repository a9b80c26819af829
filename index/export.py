"""Export a sentence-transformers model to ONNX, checked against the original."""

from __future__ import annotations

import logging
import shutil
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.encoder import GRAPH, TOKENIZER, EncoderCard, OnnxEncoder
from index.integrity import fingerprint_files
from index.weights import Weights

if TYPE_CHECKING:
    from index.reference import ReferenceEncoder

LEAST_COSINE = 0.9999
PROBE = "What should I learn after pandas, and why?"
# Short and long, with words outside the vocabulary, one text beyond the limit of 256 pieces.
SAMPLE = (
    "nlp",
    PROBE,
    "k8s vs. docker-compose?",
    "¿Qué debería aprender después de Python? 数据科学",
    "Eigenvalues, singular values and the geometry of linear maps in statistics.",
    "Free courses with a certificate for a data analyst who has five hours a week. " * 3,
    "A model that scores 99 % on training data and 60 % on new data has learnt the noise. " * 20,
)


def export_encoder(reference: ReferenceEncoder, weights: Weights, directory: Path) -> EncoderCard:
    """Write the query encoder to `directory` and return its card.

    Where the model cannot be exported, or the export differs from the reference, the graph is
    removed and the card says why.
    """
    directory.mkdir(parents=True, exist_ok=True)
    refused = _export(reference.model, directory)
    card = EncoderCard(
        model=weights.name,
        fingerprint=weights.fingerprint,
        dimension=reference.dimension,
        max_length=int(reference.model.max_seq_length or 512),
        prompts={
            "query": reference.model.prompts.get("query") or "",
            "document": reference.model.prompts.get("document") or "",
        },
        probe=PROBE,
        probe_vector=tuple(float(value) for value in reference.encode([PROBE])[0]),
        worst_cosine=0.0,
        files=fingerprint_files(directory),
        refused=refused,
    )
    if refused is None:
        card = _compare(reference, card, directory)
    if card.refused is not None:
        for path in directory.iterdir():
            path.unlink()
    card.write(directory)
    return card


def _export(model: Any, directory: Path) -> str | None:
    """Write graph and tokenizer; return why that is impossible, or None."""
    if not getattr(model.tokenizer, "is_fast", False):
        return "its tokenizer has no fast version"
    from torch.onnx.errors import OnnxExporterError

    device = model.device
    exporter_log = logging.getLogger("torch.onnx")
    level = exporter_log.level
    exporter_log.setLevel(logging.ERROR)  # it warns that torchvision is not installed
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the exporter's own deprecations
            _write_graph(model, directory / GRAPH)
    except (OnnxExporterError, NotImplementedError, TypeError, KeyError) as error:
        return f"the exporter gave up ({type(error).__name__})"
    finally:
        exporter_log.setLevel(level)
        model.to(device)
    model.tokenizer.save_pretrained(str(directory / "tokenizer"))
    (directory / "tokenizer" / TOKENIZER).rename(directory / TOKENIZER)
    shutil.rmtree(directory / "tokenizer")
    return None


def _write_graph(model: Any, path: Path) -> None:
    import torch

    class SentenceEncoder(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            return torch.nn.functional.normalize(self.model(features)["sentence_embedding"])

    example = model.tokenizer(["one text", "and a longer text"], return_tensors="pt", padding=True)
    free = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    program = torch.onnx.export(
        SentenceEncoder().eval().cpu(),
        (example["input_ids"], example["attention_mask"]),
        dynamo=True,
        verbose=False,
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence"],
        dynamic_shapes=(free, free),
    )
    # Weights beside the graph are mapped into memory, not copied: half the memory.
    program.save(str(path), external_data=True)


def _compare(reference: ReferenceEncoder, card: EncoderCard, directory: Path) -> EncoderCard:
    """Return the card with the worst cosine of the sample, refused where it is below the limit."""
    exported = OnnxEncoder(directory, card).encode(SAMPLE)
    cosines = np.sum(exported * reference.encode(SAMPLE), axis=1)
    worst = float(cosines.min())
    refused = None
    if not worst >= LEAST_COSINE:
        refused = f"the exported model differs from the original (cosine {worst:.6f})"
    return replace(card, worst_cosine=worst, refused=refused)
