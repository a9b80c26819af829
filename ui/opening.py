"""Open what a command works with: settings, the assistant, the console, the output file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError
from rich.console import Console

from assistant import RoadmapError, Settings, UsageError
from ui.progress import BuildBar

if TYPE_CHECKING:  # LangChain comes with it; a command that lists topics needs none
    from assistant import Assistant


def read_settings() -> Settings:
    """Return the settings of the environment; raise UsageError for one that is not valid."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"ROADMAP_{'_'.join(str(part) for part in first['loc']).upper()}"
        raise UsageError(
            f"{name} is not valid: {first['msg']} (got {first['input']!r})."
        ) from error


def open_reporting(settings: Settings) -> Assistant:
    """Return the assistant, with the progress of building its index on stderr."""
    from assistant import open_assistant

    with BuildBar() as report:
        return open_assistant(settings, report)


def console() -> Console:
    """Return the terminal to print on."""
    return Console()


def write_out(data: bytes, output: Path | None) -> None:
    """Write to the file, or to stdout where none is named; raise RoadmapError if it cannot be."""
    if output is None:
        if sys.stdout is None:
            raise RoadmapError("There is no output to write to; name a file with -o.")
        sys.stdout.buffer.write(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise RoadmapError(f"{output} cannot be written: {error.strerror or error}.") from error
    print(f"Written to {output}.", file=sys.stderr)
