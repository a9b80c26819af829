"""Open an index that is up to date: `python sync.py HOME`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main(home: str) -> None:
    """Print the seconds that finding nothing changed took, and what was embedded."""
    from index import IndexSettings, load_knowledge_cached, open_index

    settings = IndexSettings(home=Path(home))
    base = load_knowledge_cached((), settings)
    start = time.perf_counter()
    index = open_index(base, settings)
    seconds = time.perf_counter() - start
    embedded = index.sync.embedded if index.sync else 0
    sys.stdout.write(json.dumps({"seconds": seconds, "embedded": embedded}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
