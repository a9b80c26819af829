"""Check the addresses of resources and the links in guides."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem

_PLACEHOLDER_HOSTS = re.compile(
    r"(^|\.)(example\.(com|org|net)|localhost|your-?(site|domain|link)\w*\.\w+)$|^127\.|^\[?::1"
)
_LINK = re.compile(r"https?://[^\s)>\]\"']+")


def placeholder_addresses(base: KnowledgeBase) -> Iterator[Problem]:
    """Find addresses that lead nowhere: example hosts, bare fragments, spaces."""
    for resource in base.resources.values():
        host = urlsplit(resource.url).hostname or ""
        if _PLACEHOLDER_HOSTS.search(host) or resource.url.rstrip("/").endswith("#"):
            message = f"`{resource.url}` is a placeholder; give the real address"
            yield base.problem("resource", resource.id, "url", message)
        elif resource.url != resource.url.strip() or " " in resource.url:
            message = f"`{resource.url}` holds a space; write it as %20 or remove it"
            yield base.problem("resource", resource.id, "url", message)


def duplicate_addresses(base: KnowledgeBase) -> Iterator[Problem]:
    """Find addresses that two resources share.

    An old address of another spelling (http, a slash at the end) may stay beside the present one
    as long as its entry is marked as moved or retired.
    """
    exact: dict[str, str] = {}
    alike: dict[str, str] = {}
    for resource in base.resources.values():
        other = exact.setdefault(resource.url, resource.id)
        if other == resource.id and resource.is_recommendable:
            other = alike.setdefault(_plain(resource.url), resource.id)
        if other != resource.id:
            place = base.source("resource", other)
            message = f"`{other}` ({place}) has this address already; keep one of the two entries"
            yield base.problem("resource", resource.id, "url", message)


def impossible_sightings(base: KnowledgeBase, today: dt.date) -> Iterator[Problem]:
    """Find resources that claim to have been seen after `today`."""
    tomorrow = today + dt.timedelta(days=1)  # time zones differ by up to a day
    for resource in base.resources.values():
        if resource.seen.date > tomorrow:
            message = f"{resource.seen.date} is still to come; give the day it was seen"
            yield base.problem("resource", resource.id, "seen", message)


def dead_ends(base: KnowledgeBase) -> Iterator[Problem]:
    """Find moved resources without a successor and successors that nobody can be sent to."""
    for resource in base.resources.values():
        if resource.status == "moved" and resource.successor is None:
            message = "a moved resource names its `successor`; add it, or mark it as retired"
            yield base.problem("resource", resource.id, "status", message)
        if resource.successor is None:
            continue
        if resource.is_recommendable:
            message = "a resource that still answers has no successor; remove it or mend the status"
            yield base.problem("resource", resource.id, "successor", message)
        successor = base.resources[resource.successor]
        if not successor.is_recommendable:
            message = f"`{successor.id}` is {successor.status} itself; name its successor instead"
            yield base.problem("resource", resource.id, "successor", message)


def unknown_links_in_guides(base: KnowledgeBase) -> Iterator[Problem]:
    """Find links in guides that are not the address of a resource, or of one that is gone."""
    by_address = {resource.url: resource for resource in base.resources.values()}
    for guide in base.guides.values():
        for position, section in enumerate(guide.sections):
            field_name = f"sections.{position}"
            if "](#" in section.body:
                message = "a link to `#` is a placeholder; remove it"
                yield base.problem("guide", guide.id, field_name, message)
            for address in _LINK.findall(section.body):
                if address.rstrip(".,;") not in by_address:
                    message = f"`{address}` is not the address of a resource; add one or remove it"
                    yield base.problem("guide", guide.id, field_name, message)


def _plain(address: str) -> str:
    """Return the address without what makes no difference: scheme, www., last slash."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}#{parts.fragment}"
