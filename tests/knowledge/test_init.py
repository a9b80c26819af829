"""Check what the package offers to the others."""

from __future__ import annotations

import knowledge


def test_everything_the_package_names_is_there_and_sorted() -> None:
    assert sorted(knowledge.__all__) == list(knowledge.__all__)
    assert [name for name in knowledge.__all__ if not hasattr(knowledge, name)] == []
