"""Open an index in a process of its own, so that a test can kill it or limit what it may write.

Arguments: home, content directory, largest file in bytes (0: any). Prints `started`, then what
opening did, or the sentence that says why it is impossible.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from index import IndexSettings, open_index
from knowledge import IndexUnavailableError, load_knowledge

if __name__ == "__main__":
    home, content, largest_file = sys.argv[1:]
    base = load_knowledge(Path(content))
    if int(largest_file):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest_file), int(largest_file)))
    print("started", flush=True)
    try:
        index = open_index(base, IndexSettings(home=Path(home)))
    except IndexUnavailableError as error:
        print(error)
    else:
        found = index.search("rows and columns of a DataFrame")[0].chunk.id
        print(f"{index.sync} | {found}")
