"""Find chunks with our index, from nothing: `python retrieve.py HOME QUERY`."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(home: str, query: str) -> None:
    """Print the chunks found for a query."""
    from index import IndexSettings, load_knowledge_cached, open_index

    settings = IndexSettings(home=Path(home))
    index = open_index(load_knowledge_cached((), settings), settings)
    found = [hit.chunk.id for hit in index.search(query, top_k=4)]
    sys.stdout.write(json.dumps({"found": found}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
