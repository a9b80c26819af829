"""Read what a model streams, within a time limit, in pieces that can be checked."""

from __future__ import annotations

import queue
import re
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported only where a model is configured
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

LONGEST = 6000
"""Characters after which a model is taken to have lost its way."""

_END_OF_RUN = re.compile(
    r"\n+|(?:\[\d{1,3}\]\s*[.!?:;]|[.!?]\s*\[\d{1,3}\](?!\())[\"”)*_]*"
    r"(?:\s*\[\d{1,3}\](?!\())*[ \t]+"
)
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>\s*", re.DOTALL)
_OPEN_THOUGHT = re.compile(r"<(?:t(?:h(?:i(?:n(?:k[a-z]*)?)?)?)?)?$|<think")
_TAG = re.compile(r"</?[a-zA-Z!][^>\n]*>")
_REPEATED_WORDS = 8
_MOST_REPEATS = 3
_REMEMBERED = 3000


class ModelFailedError(Exception):
    """A model gave up, took too long or lost its way; the message says which, in a few words."""


def read_model(
    model: BaseChatModel,
    messages: list[tuple[str, str]],
    seconds: float,
    config: RunnableConfig | None,
) -> Iterator[str]:
    """Yield what the model streams; raise ModelFailedError at the latest after `seconds`.

    The model is read in a thread of its own: a provider that never answers cannot be interrupted,
    only left behind.
    """
    deadline = time.monotonic() + seconds
    pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
    stopped = threading.Event()

    def read() -> None:
        try:
            for chunk in model.stream(messages, config=config):
                if stopped.is_set():
                    return
                pieces.put(str(chunk.text))
        except Exception as error:  # noqa: BLE001 - providers raise anything; the draft is at hand
            pieces.put(error)
        else:
            pieces.put(None)

    threading.Thread(target=read, name="language-model", daemon=True).start()
    try:
        while True:
            piece = _next(pieces, deadline, seconds)
            if piece is None:
                return
            yield piece
    finally:
        stopped.set()


def _next(
    pieces: queue.SimpleQueue[str | Exception | None], deadline: float, seconds: float
) -> str | None:
    left = deadline - time.monotonic()
    try:
        piece = pieces.get(timeout=left) if left > 0 else pieces.get_nowait()
    except queue.Empty as error:
        raise ModelFailedError(f"it took longer than {seconds:g} seconds") from error
    if left <= 0:
        raise ModelFailedError(f"it took longer than {seconds:g} seconds")
    if isinstance(piece, Exception):
        raise ModelFailedError(f"it failed with {type(piece).__name__}") from piece
    return piece


def runs(pieces: Iterator[str]) -> Iterator[str]:
    """Yield a streamed text in runs: up to the end of a line, or of a sentence with a marker.

    A marker covers the sentences before it, so nothing shorter can be checked. Thoughts and HTML
    are left out. Raises ModelFailedError where the text repeats itself or does not end.
    """
    text, said, length, begun = "", "", 0, False
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise ModelFailedError("it did not come to an end")
        text = _THOUGHT.sub("", text + piece)
        said = (said + piece)[-_REMEMBERED:]
        _check_progress(said)
        if _OPEN_THOUGHT.search(text):
            continue
        text = text if begun else text.lstrip()
        while found := _END_OF_RUN.search(text):
            begun = True
            yield _TAG.sub("", text[: found.end()])
            text = text[found.end() :]
    if text.strip() and not _OPEN_THOUGHT.search(text):
        yield _TAG.sub("", text)


def _check_progress(said: str) -> None:
    words = said.split()
    latest = " ".join(words[-_REPEATED_WORDS - 1 : -1])  # the last one may still be growing
    if len(words) > _REPEATED_WORDS and " ".join(words).count(latest) > _MOST_REPEATS:
        raise ModelFailedError("it repeated itself")
