"""Serve the real app once a session on the real content, and open pages of it in Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assistant import Settings
from ui.warm import Desk, open_desk

SCREENSHOTS = Path(__file__).parent / "screenshots"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SERVE = "import sys; from ui.cli import main; sys.argv = ['roadmap', *sys.argv[1:]]; main()"


@dataclass
class Server:
    """A running `roadmap web`; `start` may be called again after `stop`, on the same home."""

    home: Path
    port: int
    arguments: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-c", SERVE, "web", "--no-browser", "--port", str(self.port)]
        environment = {**os.environ, "ROADMAP_HOME": str(self.home)}
        self.process = subprocess.Popen([*command, *self.arguments], env=environment)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                httpx.get(self.url, timeout=5, trust_env=False)
                return
            except httpx.TransportError:
                assert self.process.poll() is None, "the server ended by itself"
                time.sleep(0.2)
        raise AssertionError("the server did not answer within 60 s")

    def stop(self) -> None:
        assert self.process is not None
        self.process.terminate()
        self.process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def desk(roadmap_home: Path) -> Iterator[Desk]:
    """Open the real assistant; the index that it builds serves the server too."""
    opened = open_desk(Settings(), lambda progress: None)
    yield opened
    opened.memory.close()


@pytest.fixture(scope="session")
def server(roadmap_home: Path, desk: Desk) -> Iterator[Server]:
    running = Server(roadmap_home, free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=20_000)  # as patient as everything else here
        opened = playwright.chromium.launch(executable_path=str(chromium), args=list(FLAGS))
        yield opened
        opened.close()


@dataclass
class Visit:
    """A page of the app, with every request that it made and every error on its console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens the app in a fresh browser profile and waits for it."""
    contexts = []

    def open_page(
        path: str = "/", *, width: int = 1280, height: int = 860, dark: bool = False, url: str = ""
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light",
            has_touch=width < 500, accept_downloads=True,
        )  # fmt: skip
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        visited = Visit(context.new_page())
        visited.page.set_default_timeout(15_000)
        visited.page.on("request", lambda request: visited.requests.append(request.url))
        visited.page.on("pageerror", lambda error: visited.errors.append(str(error)))
        visited.page.goto((url or server.url) + path)
        visited.page.locator(".threads").wait_for(state="attached", timeout=180_000)
        return visited

    yield open_page
    for context in contexts:
        context.close()


def ask(page: Page, question: str) -> None:
    """Type a question, send it and wait until its answer is whole."""
    answered = page.locator("#talk .turn:not(.live)").count()
    page.get_by_label("Your message").fill(question)
    page.get_by_label("Your message").press("Enter")
    page.locator("#talk .turn:not(.live)").nth(answered).wait_for()


def picture(page: Page, name: str) -> None:
    """Keep a screenshot for people to look at."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")
