"""Ask the address of each resource whether it still answers, politely."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from knowledge.models import Resource

if TYPE_CHECKING:
    import httpx

State = Literal["ok", "moved", "gone", "blocked", "unreachable"]
AGENT = "roadmap-link-check/1.0 (checks a reading list; one request at a time a host)"
_PERMANENT = (301, 308)
_MOST_REDIRECTS = 10


@dataclass(frozen=True)
class LinkResult:
    """What an address answered; `moved_to` is where permanent redirects lead."""

    resource: Resource
    state: State
    detail: str
    moved_to: str | None = None


@dataclass(frozen=True)
class Pace:
    """How hard to ask; times in seconds. A host is asked one thing at a time, `pause` apart."""

    concurrency: int = 8
    pause: float = 1.0
    timeout: float = 20.0
    retries: int = 2
    back_off: float = 2.0
    longest_wait: float = 60.0


@dataclass(frozen=True)
class _Reply:
    """The last status of a chain of redirects, or the fault that ended it."""

    status: int | None
    fault: str = ""
    moved_to: str | None = None
    retry_after: float | None = None


@dataclass
class _Checker:
    client: httpx.AsyncClient
    pace: Pace
    slots: asyncio.Semaphore
    hosts: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    async def check(self, resource: Resource) -> LinkResult:
        parts = urlsplit(resource.url)
        async with self.hosts[parts.netloc], self.slots:
            if not await self._may_ask(resource.url, f"{parts.scheme}://{parts.netloc}"):
                return LinkResult(resource, "blocked", "robots.txt asks programs not to open it")
            reply = await self._ask(resource.url)
            await asyncio.sleep(self.pace.pause)
        return _judge(resource, reply)

    async def _ask(self, address: str) -> _Reply:
        """Ask with HEAD, then, since many servers answer it wrongly, with GET and patience."""
        reply = await self._follow("HEAD", address)
        for attempt in range(self.pace.retries + 1):
            if reply.status is not None and reply.status < 400:
                return reply
            wait = self.pace.back_off * 2 ** (attempt - 1) if attempt else 0.0
            await asyncio.sleep(min(reply.retry_after or wait, self.pace.longest_wait))
            reply = await self._follow("GET", address)
            if not _is_passing(reply.status):
                return reply
        return reply

    async def _follow(self, method: str, address: str) -> _Reply:
        """Follow redirects by hand, to know which of them are permanent."""
        import httpx

        moved_to = None
        permanent = True
        try:
            for _ in range(_MOST_REDIRECTS):
                # The body is never read: the first bytes of an answer say enough.
                # httpx limits each wait alone; a server that drips would hold us for ever.
                async with (
                    asyncio.timeout(2 * self.pace.timeout),
                    self.client.stream(method, address) as response,
                ):
                    following = response.next_request
                    status, headers = response.status_code, response.headers
                if following is None:
                    return _Reply(status, "", moved_to, _seconds(headers.get("retry-after")))
                address = str(following.url)
                permanent = permanent and status in _PERMANENT
                moved_to = address if permanent else moved_to
            return _Reply(None, f"more than {_MOST_REDIRECTS} redirects")
        except (httpx.TimeoutException, TimeoutError):
            return _Reply(None, f"no answer within {self.pace.timeout:g} s")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _Reply(None, str(error) or type(error).__name__)

    async def _may_ask(self, address: str, site: str) -> bool:
        import httpx

        if site not in self.robots:
            rules = RobotFileParser()
            try:
                async with asyncio.timeout(2 * self.pace.timeout):  # here, too, it may drip
                    response = await self.client.get(f"{site}/robots.txt", follow_redirects=True)
                rules.parse(response.text.splitlines() if response.status_code == 200 else [])
            except (httpx.HTTPError, httpx.InvalidURL, TimeoutError):
                rules.parse([])
            self.robots[site] = rules
        return self.robots[site].can_fetch(AGENT, address)


async def check_links(
    resources: Iterable[Resource], pace: Pace | None = None
) -> AsyncIterator[LinkResult]:
    """Ask every resource's address and yield each result as it comes in, in no fixed order.

    `ok` answered; `moved` answers elsewhere by a permanent redirect; `gone` is 404 or 410;
    `blocked` refuses programs; `unreachable` gave no usable answer after all retries.
    """
    import httpx  # a fifth of a second to import, needed by this command alone

    pace = pace or Pace()
    async with httpx.AsyncClient(headers={"User-Agent": AGENT}, timeout=pace.timeout) as client:
        checker = _Checker(client, pace, asyncio.Semaphore(pace.concurrency))
        tasks = [asyncio.create_task(checker.check(resource)) for resource in resources]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for task in tasks:
                task.cancel()


def is_same_page(address: str, other: str) -> bool:
    """Tell whether two addresses differ only in scheme, www., index.html or a last slash."""
    return _spelling(address) == _spelling(other)


def _judge(resource: Resource, reply: _Reply) -> LinkResult:
    match reply.status:
        case None:
            return LinkResult(resource, "unreachable", reply.fault)
        case 404 | 410:
            return LinkResult(resource, "gone", f"the server answered {reply.status}")
        case status if status >= 500 and status != 999:
            return LinkResult(resource, "unreachable", f"the server answered {status}")
        case status if status >= 400:
            return LinkResult(resource, "blocked", f"the server answered {status}")
    if reply.moved_to and not is_same_page(resource.url, reply.moved_to):
        return LinkResult(resource, "moved", f"moved to {reply.moved_to}", reply.moved_to)
    return LinkResult(resource, "ok", f"the server answered {reply.status}")


def _is_passing(status: int | None) -> bool:
    """Tell whether a fault may pass by itself, so that asking again makes sense."""
    return status is None or status == 429 or 500 <= status < 600


def _seconds(retry_after: str | None) -> float | None:
    return float(retry_after) if retry_after and retry_after.isdecimal() else None


def _spelling(address: str) -> str:
    parts = urlsplit(address)
    path = parts.path.removesuffix("index.html").rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{parts.query}"
