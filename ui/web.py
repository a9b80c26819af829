"""Serve the web app: put the pages together and start the server."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant import Settings, UsageError
from ui.auth import check_binding, load_logins
from ui.render import render, static_text
from ui.warm import Warming, open_desk

TITLE = "Roadmap: what to learn next in data science and machine learning"
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "frame-ancestors 'self'"
)


def serve(
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 7860,
    *,
    auth_file: Path | None = None,
    insecure: bool = False,
    open_browser: bool = True,
) -> None:
    """Serve the web app until interrupted; the assistant is opened in the background.

    Raises UsageError where the port is taken, or where other machines could reach a server without
    log-in and `insecure` is not given.
    """
    check_binding(host, protected=auth_file is not None, insecure=insecure)
    logins = load_logins(auth_file) if auth_file else None
    listening = _listen(host, port)
    warming = Warming(settings, open_desk).start()
    app = make_app(warming, logins)
    address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}"
    logging.getLogger("uvicorn.error").info("The roadmap is at %s", address)
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    _run(app, listening)


def make_app(warming: Warming, logins: Callable[[str, str], bool] | None = None) -> Any:
    """Return the ASGI application: the pages, the named endpoints and the MCP server."""
    for name in ("GRADIO_ANALYTICS_ENABLED", "HF_HUB_OFFLINE"):
        # Read by libraries while they are imported; nothing may leave the machine.
        os.environ[name] = "0" if name.startswith("GRADIO") else "1"
    import gradio as gr
    from fastapi import FastAPI

    from ui.theme import make_theme

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(_only_from_here)
    return gr.mount_gradio_app(
        app,
        make_pages(warming),
        path="/",
        auth=logins,
        auth_message="Log in to see your own conversations and plan.",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        theme=make_theme(),
        css=static_text("style.css"),
        head=f"<script>{static_text('app.js')}</script>",
    )


def make_pages(warming: Warming) -> Any:
    """Return the Gradio app with its pages."""
    import gradio as gr

    from ui.pages.chat import ChatPage
    from ui.pages.frame import Frame, on

    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True) as pages:
        gr.HTML(render("header.html"), elem_id="top", apply_default_css=False)
        frame = Frame(warming, gr.Textbox(visible="hidden", elem_id="thread"))
        with gr.Tabs(elem_id="pages"):
            with gr.Tab("Chat"):
                chat = ChatPage(frame)
        on(pages.load, chat.load, None, chat.shown)
    pages.queue(default_concurrency_limit=16)
    return pages


async def _only_from_here(request: Any, call_next: Callable[[Any], Any]) -> Any:
    """Tell the browser to load nothing from any other host, whatever a page may say."""
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} on {host} cannot be used ({error.strerror}); "
            f"choose another one, for example `roadmap web --port {port + 1}`."
        ) from error
    return listening


def _run(app: Any, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=2)
    uvicorn.Server(config).run(sockets=[listening])
