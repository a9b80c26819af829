"""Check the link check against a server on this machine that misbehaves in every way."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from knowledge.link_check import AGENT, LinkResult, Pace, check_links, is_same_page
from knowledge.models import Resource

QUICK = Pace(pause=0.0, timeout=0.4, retries=2, back_off=0.01, longest_wait=0.2)
PERMANENT, TEMPORARY = 301, 302
REDIRECTS = {
    "/moved": (PERMANENT, "/new"),
    "/moved-twice": (308, "/moved"),
    "/slash": (PERMANENT, "/slash/"),
    "/elsewhere-today": (TEMPORARY, "/new"),
    "/first-temporary": (TEMPORARY, "/moved"),
    "/moved-to-nothing": (PERMANENT, "/404"),
    "/circle": (PERMANENT, "/circle"),
    "/no-address": (PERMANENT, "http://127.0.0.1:port/"),
}


class MisbehavingServer(ThreadingHTTPServer):
    """Counts what it is asked, and answers what the path says."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Misbehaviour)
        self.asked: Counter[tuple[str, str]] = Counter()
        self.agents: set[str] = set()
        self.drips = False
        self.at_once = 0
        self.most_at_once = 0
        self.site = f"http://127.0.0.1:{self.server_address[1]}"


class Misbehaviour(BaseHTTPRequestHandler):
    server: MisbehavingServer

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        server = self.server
        server.at_once += 1
        server.most_at_once = max(server.most_at_once, server.at_once)
        server.asked[self.command, self.path] += 1
        server.agents.add(self.headers["User-Agent"])
        try:
            self._misbehave(self.path, server.asked["GET", self.path])
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            server.at_once -= 1

    def _misbehave(self, path: str, times: int) -> None:
        head = self.command == "HEAD"
        if path == "/robots.txt" and self.server.drips:
            self._drip()
        elif path == "/robots.txt":
            self._say(200, b"User-agent: *\nDisallow: /private\n")
        elif path in REDIRECTS:
            status, target = REDIRECTS[path]
            self._say(status, headers={"Location": target})
        elif path == "/head-not-allowed":
            self._say(405 if head else 200)
        elif path == "/head-lies":
            self._say(404 if head else 200)
        elif path == "/head-hangs":
            time.sleep(1.0 if head else 0.0)
            self._say(200)
        elif path == "/busy-at-first":
            self._say(503 if head or times == 1 else 200)
        elif path == "/slow-down":
            self._say(429 if head else 200, headers={"Retry-After": "0"})
        elif path == "/hangs":
            time.sleep(1.0)
        elif path == "/hangs-up":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif path == "/not-http":
            self.wfile.write(b"SSH-2.0-server\r\n\r\n")
        elif path == "/endless":
            self._say(200, b"x" * 65536, headers={"Content-Length": "100000000000"})
            time.sleep(1.0)
        else:
            self._say(int(path.strip("/")) if path.strip("/").isdecimal() else 200)

    def _drip(self) -> None:
        self._say(200, headers={"Content-Length": "1000000"})
        for _ in range(100):  # a byte in a quarter of the limit: no single wait is too long
            self.wfile.write(b"#")
            self.wfile.flush()
            time.sleep(0.1)

    def _say(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


@pytest.fixture
def server() -> Iterator[MisbehavingServer]:
    with MisbehavingServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def resource_at(address: str, identifier: str = "page") -> Resource:
    return Resource.model_validate(
        {
            "id": identifier,
            "title": "A page",
            "provider": "Somebody",
            "url": address,
            "type": "docs",
            "formats": ["text"],
            "cost": "free",
            "level": "beginner",
            "status": "active",
            "seen": {"date": "2026-10-01", "how": "listed", "where": "a list"},
        }
    )


async def ask(server: MisbehavingServer, *paths: str, pace: Pace = QUICK) -> list[LinkResult]:
    resources = [resource_at(server.site + path) for path in paths]
    results = [result async for result in check_links(resources, pace)]
    return sorted(results, key=lambda result: paths.index(result.resource.url[len(server.site) :]))


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/fine", "ok", "answered 200"),
        ("/head-not-allowed", "ok", "answered 200"),
        ("/head-lies", "ok", "answered 200"),
        ("/head-hangs", "ok", "answered 200"),
        ("/busy-at-first", "ok", "answered 200"),
        ("/slow-down", "ok", "answered 200"),
        ("/endless", "ok", "answered 200"),
        ("/slash", "ok", "answered 200"),
        ("/elsewhere-today", "ok", "answered 200"),
        ("/first-temporary", "ok", "answered 200"),
        ("/404", "gone", "answered 404"),
        ("/410", "gone", "answered 410"),
        ("/moved-to-nothing", "gone", "answered 404"),
        ("/401", "blocked", "answered 401"),
        ("/403", "blocked", "answered 403"),
        ("/429", "blocked", "answered 429"),
        ("/999", "blocked", "answered 999"),
        ("/private/page", "blocked", "robots.txt"),
        ("/503", "unreachable", "answered 503"),
        ("/hangs", "unreachable", "no answer within 0.4 s"),
        ("/hangs-up", "unreachable", "disconnected"),
        ("/not-http", "unreachable", "illegal"),
        ("/circle", "unreachable", "more than 10 redirects"),
        ("/no-address", "unreachable", "location header"),
    ],
)
async def test_each_misbehaviour_is_told_apart(
    server: MisbehavingServer, path: str, state: str, detail: str
) -> None:
    (result,) = await ask(server, path)
    assert (result.state, result.moved_to) == (state, None)
    assert detail in result.detail


@pytest.mark.parametrize("path", ["/moved", "/moved-twice"])
async def test_permanent_redirect_says_where_the_page_went(
    server: MisbehavingServer, path: str
) -> None:
    (result,) = await ask(server, path)
    assert (result.state, result.moved_to) == ("moved", f"{server.site}/new")


async def test_rules_that_come_byte_by_byte_are_not_waited_for(server: MisbehavingServer) -> None:
    server.drips = True
    start = time.monotonic()
    (result,) = await ask(server, "/200")
    assert result.state == "ok"
    assert time.monotonic() - start < 6  # the drip would last 10 s, the limit is 0.8 s


async def test_closed_port_is_unreachable() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/page"
        results = [result async for result in check_links([resource_at(address)], QUICK)]
    assert [result.state for result in results] == ["unreachable"]


async def test_gone_is_asked_twice_and_a_busy_server_no_more_than_the_retries(
    server: MisbehavingServer,
) -> None:
    await ask(server, "/404", "/503", "/private/page")
    assert server.asked == {
        ("GET", "/robots.txt"): 1,
        ("HEAD", "/404"): 1,
        ("GET", "/404"): 1,
        ("HEAD", "/503"): 1,
        ("GET", "/503"): 3,
    }


async def test_one_host_is_asked_one_thing_at_a_time_by_a_named_agent(
    server: MisbehavingServer,
) -> None:
    await ask(server, *(f"/page-{number}" for number in range(12)))
    assert server.most_at_once == 1
    assert server.agents == {AGENT}


async def test_pause_between_requests_to_a_host_is_kept(server: MisbehavingServer) -> None:
    start = time.perf_counter()
    await ask(server, "/one", "/two", "/three", pace=Pace(pause=0.1))
    assert time.perf_counter() - start >= 0.3


async def test_results_come_one_by_one_and_asking_can_be_stopped(
    server: MisbehavingServer,
) -> None:
    resources = [resource_at(f"{server.site}/page-{number}") for number in range(50)]
    results = check_links(resources, Pace(pause=0.05))
    first = await anext(results)
    await results.aclose()
    assert first.state == "ok"
    assert sum(count for (_, path), count in server.asked.items() if "page" in path) < 5


@pytest.mark.parametrize(
    ("address", "other", "same"),
    [
        ("http://www.example.org/a/index.html", "https://example.org/a", True),
        ("https://example.org/a?page=1", "https://example.org/a?page=2", False),
        ("https://example.org/a", "https://example.org/", False),
    ],
)
def test_another_spelling_is_the_same_page(address: str, other: str, same: bool) -> None:
    assert is_same_page(address, other) is same
