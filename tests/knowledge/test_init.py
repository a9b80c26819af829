"""Check what the package offers to the others."""

from __future__ import annotations

import knowledge


def test_everything_the_package_names_is_there() -> None:
    assert [name for name in knowledge.__all__ if not hasattr(knowledge, name)] == []
    assert len(set(knowledge.__all__)) == len(knowledge.__all__)
