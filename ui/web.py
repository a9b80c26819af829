"""Serve the web app: put the pages together and start the server."""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant import Settings, UsageError
from ui.auth import check_binding, load_logins, trust_header
from ui.desks import Desks
from ui.render import render, static_text
from ui.warm import open_desk

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
    desks = Desks(settings, open_desk)
    with tempfile.TemporaryDirectory(prefix="roadmap-") as files:
        app = make_app(desks, Path(files), logins, settings.user_header)
        address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}"
        logging.getLogger("uvicorn.error").info("The roadmap is at %s", address)
        if open_browser:
            import webbrowser

            webbrowser.open(address)
        _run(app, listening)


def make_app(
    desks: Desks,
    files: Path,
    logins: Callable[[str, str], bool] | None = None,
    user_header: str | None = None,
) -> Any:
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
        make_pages(desks, files),
        path="/",
        auth=logins,
        auth_dependency=trust_header(user_header) if user_header and not logins else None,
        auth_message="Log in to see your own conversations and plan.",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        mcp_server=True,
        theme=make_theme(),
        css=static_text("style.css") + static_text("pages.css"),
        head=f"<script>{static_text('app.js')}</script>",
    )


def make_pages(desks: Desks, files: Path) -> Any:
    """Return the Gradio app with its pages; what people download is written to `files`."""
    import gradio as gr

    from ui.api import Endpoints
    from ui.pages.chat import ChatPage
    from ui.pages.explore import ExplorePage
    from ui.pages.frame import Frame, on
    from ui.pages.map import MapPage
    from ui.pages.plan import PlanPage
    from ui.pages.you import YouPage

    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True) as pages:
        gr.HTML(render("header.html"), elem_id="top", apply_default_css=False)
        frame = Frame(
            desks,
            thread=gr.Textbox(visible="hidden", elem_id="thread"),
            offered=gr.DownloadButton(visible="hidden", elem_id="offered"),
            files=files,
        )
        with gr.Tabs(elem_id="pages"):
            with gr.Tab("Chat") as chat_tab:
                chat = ChatPage(frame)
            with gr.Tab("You") as you_tab:
                you = YouPage(frame)
            with gr.Tab("Map") as map_tab:
                graph = MapPage(frame)
            with gr.Tab("Plan") as plan_tab:
                plan = PlanPage(frame)
            with gr.Tab("Explore") as explore_tab:
                explore = ExplorePage(frame)
        chat.listen(graph.card, explore.found)
        on(pages.load, chat.load, None, chat.shown)
        # Each page is drawn when it is opened: what another one changed is in it at once.
        on(chat_tab.select, chat.show, None, [chat.you])
        on(you_tab.select, you.show, None, [you.form, you.own.state])
        on(map_tab.select, graph.show, [graph.goals], [graph.map])
        on(plan_tab.select, plan.show, None, [plan.plan])
        on(explore_tab.select, explore.show, None, [explore.filters, explore.found])
        Endpoints(desks).register()
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
