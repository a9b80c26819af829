"""Share a tutorial chain over the tiny content; its packages take seconds to import."""

from __future__ import annotations

import pytest

from evals.bench.tutorial import open_tutorial
from index.weights import find_weights


@pytest.fixture(scope="session")
def tutorial(tiny_chunks, tmp_path_factory):
    """Return the tutorial chain over the chunks of the tiny content."""
    home = tmp_path_factory.mktemp("bench")
    model = find_weights("sentence-transformers/all-MiniLM-L6-v2").location
    return open_tutorial(home, model, list(tiny_chunks.values()), None)
