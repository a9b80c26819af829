"""Share a way to change one record of the tiny base."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from knowledge import KnowledgeBase


@pytest.fixture
def changed(tiny_base: KnowledgeBase) -> Callable[..., KnowledgeBase]:
    """Return a function that copies the tiny base with some fields of one record replaced."""

    def change(kind: str, identifier: str, **fields: Any) -> KnowledgeBase:
        records = dict(getattr(tiny_base, f"{kind}s"))
        records[identifier] = records[identifier].model_copy(update=fields)
        return replace(tiny_base, **{f"{kind}s": records})

    return change
