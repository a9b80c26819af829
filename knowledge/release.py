"""Record the ids of a release, so that none of them vanishes afterwards.

`python -m knowledge.release` writes them; do so when a version is tagged.
"""

from __future__ import annotations

import json

from knowledge.base import KnowledgeBase
from knowledge.loader import load_knowledge
from knowledge.rules.released import RELEASED_IDS


def released_ids(base: KnowledgeBase) -> str:
    """Return the text of the file of released ids: by kind, sorted, one a line."""
    kinds = {
        "topics": base.topics,
        "roles": base.roles,
        "resources": base.resources,
        "guides": base.guides,
    }
    return json.dumps({kind: sorted(ids) for kind, ids in kinds.items()}, indent=1) + "\n"


if __name__ == "__main__":
    RELEASED_IDS.write_text(released_ids(load_knowledge()), encoding="utf-8")
