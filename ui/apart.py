"""Build the index in a process of its own: the libraries that embed never weigh on the server."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from assistant import RoadmapError, Settings


def build_apart(settings: Settings, report: Callable[[Any], None]) -> None:
    """Build what is missing of the index and return when it is there; `report` hears of progress.

    Raises RoadmapError with the sentence of the one that stopped the building.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_build, args=(settings, sender), daemon=True)
    child.start()
    sender.close()  # so that the child's end is the only one, and its death is heard
    while (heard := _receive(receiver)) is not None:
        if isinstance(heard, str):
            raise RoadmapError(heard)
        report(heard)
    child.join()
    receiver.close()


def _receive(receiver: Connection) -> Any:
    try:
        return receiver.recv()
    except EOFError:
        return None


def _build(settings: Settings, sender: Connection) -> None:
    from assistant import open_assistant

    try:
        open_assistant(settings, sender.send)
    except RoadmapError as error:
        sender.send(str(error))
    sender.close()
