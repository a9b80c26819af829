"""Share what every page is made of: the desk, the current thread, HTML panels and their events."""

from __future__ import annotations

import inspect
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import gradio as gr

from assistant import RoadmapError
from ui.auth import person_of
from ui.desks import Desks
from ui.render import static_text
from ui.warm import Desk

_SAVE = """file => {
  const link = document.createElement("a");
  [link.href, link.download] = [file.url, file.orig_name];
  document.body.append(link); link.click(); link.remove();
}"""


@dataclass(frozen=True)
class Frame:
    """What the pages share; `thread` holds the id of the open thread in the browser."""

    desks: Desks
    thread: gr.Textbox
    offered: gr.DownloadButton
    files: Path

    def keep(self, name: str, data: bytes) -> str:
        """Write a file for a person to download and return its path."""
        path = Path(tempfile.mkdtemp(dir=self.files)) / name
        path.write_bytes(data)
        return str(path)

    def offer(self, event: Any, write: Callable[..., str]) -> None:
        """Let the browser download the file whose path `write` returns when the event comes.

        Gradio's own download button offers a file that was made before it is pressed.
        """
        made = on(event, write, None, [self.offered])
        made.success(None, [self.offered], None, js=_SAVE, api_visibility="private")

    def at(self, request: gr.Request) -> tuple[Desk, str]:
        """Return the desk of who is asking, waiting while it is being opened, and their name."""
        person = person_of(request)
        return self.desks.of(person), person


def panel(identifier: str, value: str = "", *, script: str = "") -> Any:
    """Return a part of the page made of our own HTML; its buttons and forms reach Python as events.

    `script` names a file of `ui/static` with gestures of its own.
    """
    scripts = ["panel.js", script] if script else ["panel.js"]
    return gr.HTML(
        value,
        js_on_load="\n".join(static_text(name) for name in scripts),
        elem_id=identifier,
        apply_default_css=False,
        min_width=0,
    )


def on(event: Any, handler: Callable[..., Any], inputs: Any, outputs: Any, **more: Any) -> Any:
    """Let `handler` hear of a page event: no spinner, no endpoint, and errors as a notice.

    What a person can act on (RoadmapError) is shown in the page; the page stays as it is.
    """
    return event(
        _noticing(handler),
        inputs,
        outputs,
        show_progress="hidden",
        api_visibility="private",
        trigger_mode="multiple",
        **more,
    )


def _noticing(handler: Callable[..., Any]) -> Callable[..., Any]:
    if inspect.isgeneratorfunction(handler):

        @wraps(handler)
        def stream(*arguments: Any) -> Iterator[Any]:
            try:
                yield from handler(*arguments)
            except RoadmapError as error:
                raise gr.Error(str(error), duration=None, print_exception=False) from error

        return stream

    @wraps(handler)
    def call(*arguments: Any) -> Any:
        try:
            return handler(*arguments)
        except RoadmapError as error:
            raise gr.Error(str(error), duration=None, print_exception=False) from error

    return call
