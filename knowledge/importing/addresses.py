"""Judge an address: the same as another one, no learning material, or what its host tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from knowledge.importing.vocabulary import fold, starts_with, vocabulary

_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|ref|ref_|referrer|source|si|feature|ab_channel|wt\.mc_id|ocid|igshid|"
    r"mc_[ce]id|afmc|tag|trk|srsltid|pp|couponcode)$",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_INDEX = re.compile(r"/(index|default)\.(html?|php)$")
_VOLATILE = re.compile(r"^(:~:|\.[a-z0-9]+$|!?$)")
_IMAGE = re.compile(r"\.(png|jpe?g|gif|svg|webp|ico|bmp)$", re.IGNORECASE)
_BADGE_HOSTS = (
    "shields.io", "badgen.net", "badge.fury.io", "forthebadge.com", "badges.gitter.im",
    "travis-ci.org", "travis-ci.com", "codecov.io", "coveralls.io", "dcbadge.vercel.app",
    "awesome.re", "visitor-badge.laobi.icu", "hits.seeyoufarm.com", "komarev.com", "contrib.rocks",
    "api.star-history.com", "star-history.com", "starchart.cc", "repobeats.axiom.co",
    "opencollective.com", "isitmaintained.com", "makeapullrequest.com", "mybinder.org/badge",
    "camo.githubusercontent.com", "user-images.githubusercontent.com",
)  # fmt: skip
_SOCIAL_HOSTS = (
    "twitter.com", "x.com", "facebook.com", "fb.com", "fb.me", "instagram.com", "threads.net",
    "tiktok.com", "pinterest.com", "weibo.com", "vk.com", "mastodon.social", "bsky.app",
    "linktr.ee", "reddit.com", "snapchat.com", "twitch.tv",
)  # fmt: skip
_CHAT_HOSTS = (
    "discord.gg", "discord.com", "discordapp.com", "slack.com", "gitter.im", "t.me",
    "telegram.me", "telegram.org", "whatsapp.com", "wa.me", "shang.qq.com", "qm.qq.com",
    "jq.qq.com", "zulipchat.com", "groups.google.com", "join.slack.com",
)  # fmt: skip
_SPONSOR_HOSTS = (
    "patreon.com", "buymeacoffee.com", "ko-fi.com", "paypal.com", "paypal.me", "liberapay.com",
    "opencollective.com", "razorpay.com", "gofundme.com", "topmate.io", "calendly.com",
    "gumroad.com",
)  # fmt: skip
_REPOSITORY_PAGES = re.compile(
    r"^/[^/]+/[^/]+/(stargazers|network|forks?|issues|pulls?|graphs|watchers|subscription|"
    r"discussions|actions|releases|compare|contributors|fork|commits?|labels|milestones|"
    r"(?:blob|tree)/[^/]+/(?:licen[cs]e|contributing|code_of_conduct|changelog)[^/]*)(/|$)",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(
    r"(readme|translations?/)[-_.]?([a-z]{2}|chinese|korean|japanese|spanish|portuguese)"
    r"([-_][a-z]{2,4})?\b[^/]*(\.md|/readme\.md)$",
    re.IGNORECASE,
)
_PLACEHOLDER_HOSTS = {"example.com", "example.org", "localhost", "link", "url", "your-link", "todo"}


class Judgement(NamedTuple):
    """What becomes of an address: the one to keep, or why it is left out."""

    url: str
    reason: str


def judge_address(url: str, words: str, base_url: str | None) -> Judgement:
    """Return the address to keep (relative ones resolved) or the reason for leaving it out.

    `words` are the link's own; `base_url` is what relative addresses are relative to.
    """
    address = "".join(url.split())
    if not address:
        return Judgement(url, "the link has no address")
    if address.startswith("#"):
        kind = "a placeholder" if address == "#" else "a place in this document"
        return Judgement(url, f"{kind}, not a resource")
    if address.startswith("//"):
        address = f"https:{address}"
    if address.lower().startswith("www."):
        address = f"https://{address}"
    scheme = _SCHEME.match(address)
    if scheme is None:
        return _judge_relative(address, words, base_url)
    if scheme.group().lower() not in ("http:", "https:"):
        return Judgement(url, f"an address of the kind {scheme.group()} is not a web page")
    return Judgement(address, _reason(address, words))


def is_chapter(url: str) -> bool:
    """Tell whether an address is a page or folder of the document's own repository."""
    path = url.partition("#")[0]
    if not path or "://" in path or path.startswith(("/", "mailto:")) or _TRANSLATION.search(path):
        return False
    return path.endswith((".md", "/", ".ipynb", ".html")) or "." not in path.rpartition("/")[2]


def _judge_relative(address: str, words: str, base_url: str | None) -> Judgement:
    if fold(address) in ("url", "link", "todo", "tbd", "coming soon", "your link here"):
        return Judgement(address, "a placeholder, not a resource")
    if _TRANSLATION.search(address):
        return Judgement(address, "a translation of this document")
    if base_url is None:
        return Judgement(
            address, "relative to its repository; name that with --base-url to keep it"
        )
    resolved = urljoin(base_url if base_url.endswith("/") else f"{base_url}/", address)
    if not resolved.startswith(("http://", "https://")):
        return Judgement(address, "relative, and --base-url is not a web address")
    return Judgement(resolved, _reason(resolved, words))


def _reason(address: str, words: str) -> str:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "not a valid web address"
    if not host or host in _PLACEHOLDER_HOSTS or ("." not in host and host != "localhost"):
        return "a placeholder, not a resource"
    if _on(host, _BADGE_HOSTS) or address.endswith("/badge.svg"):
        return "a badge"
    if _IMAGE.search(parts.path):
        return "an image"
    if "/licenses/" in address and _on(host, ("opensource.org", "creativecommons.org")):
        return "a licence"
    if _on(host, _CHAT_HOSTS):
        return "a chat invitation"
    if _on(host, _SOCIAL_HOSTS) or (host.endswith("linkedin.com") and "learning" not in address):
        return "a social network's page"
    if _on(host, _SPONSOR_HOSTS) or parts.path.startswith("/sponsors/"):
        return "asks for support or money"
    if starts_with(fold(words), vocabulary().promo):
        return "promotes the document's author"
    return _reason_on_github(host, parts.path)


def _reason_on_github(host: str, path: str) -> str:
    if not host.endswith("github.com"):
        return ""
    if path.startswith("/codespaces"):
        return "a page about a repository, not its content"
    if _TRANSLATION.search(path):
        return "a translation of this document"
    if _REPOSITORY_PAGES.match(path):
        return "a page about a repository, not its content"
    if host == "github.com" and path.strip("/") and "/" not in path.strip("/"):
        known = ("features", "explore", "topics", "education", "skills", "about", "marketplace")
        return "" if path.strip("/") in known else "a person's or organisation's profile"
    return ""


@lru_cache(maxsize=65_536)
def normalise_address(url: str) -> str:
    """Return one spelling for all addresses of a page: no scheme, www, tracking or last slash."""
    try:
        parts = urlsplit(url)
        host = (parts.netloc.lower()).removeprefix("www.")
        query = [(k, v) for k, v in parse_qsl(parts.query, True) if not _TRACKING.match(k)]
    except ValueError:
        return url
    path = _INDEX.sub("", parts.path).rstrip("/")
    if host == "youtu.be":
        host, path, query = "youtube.com", "/watch", [("v", path.strip("/")), *query]
    if host.endswith("youtube.com"):
        host = "youtube.com"
        query = [(k, v) for k, v in query if k in ("v", "list", "search_query", "query")]
        if path == "/watch" and any(k == "list" for k, _ in query) and len(query) == 1:
            path = "/playlist"
    fragment = "" if _VOLATILE.match(parts.fragment) else parts.fragment
    tail = f"?{urlencode(sorted(query))}" if query else ""
    return f"{host}{path}{tail}" + (f"#{fragment}" if fragment else "")


@dataclass(frozen=True)
class HostFacts:
    """What an address alone makes certain; None where it does not."""

    provider: str
    type: str | None = None
    cost: str | None = None
    formats: tuple[str, ...] | None = None


_FACTS: tuple[tuple[str, str, str | None, str | None, tuple[str, ...] | None], ...] = (
    ("youtube.com", "YouTube", "video", "free", ("video",)),
    ("youtu.be", "YouTube", "video", "free", ("video",)),
    ("vimeo.com", "Vimeo", "video", None, ("video",)),
    ("bilibili.com", "Bilibili", "video", "free", ("video",)),
    ("arxiv.org", "arXiv", "paper", "free", ("text",)),
    ("kaggle.com/learn", "Kaggle", "course", "free", ("text", "interactive")),
    ("kaggle.com/c", "Kaggle", "practice", "free", ("interactive",)),
    ("kaggle.com/competitions", "Kaggle", "practice", "free", ("interactive",)),
    ("kaggle.com", "Kaggle", None, "free", None),
    ("ocw.mit.edu", "MIT OpenCourseWare", "course", "free", None),
    ("khanacademy.org", "Khan Academy", "course", "free", ("video", "interactive")),
    ("coursera.org", "Coursera", "course", None, None),
    ("edx.org", "edX", "course", None, None),
    ("udemy.com", "Udemy", "course", None, None),
    ("udacity.com", "Udacity", "course", None, None),
    ("datacamp.com", "DataCamp", "course", None, ("video", "interactive")),
    ("codecademy.com", "Codecademy", "course", None, ("interactive",)),
    ("deeplearning.ai", "DeepLearning.AI", None, None, None),
    ("course.fast.ai", "fast.ai", "course", "free", None),
    ("huggingface.co/learn", "Hugging Face", "course", "free", ("text", "interactive")),
    ("huggingface.co/papers", "Hugging Face", "paper", "free", ("text",)),
    ("colab.research.google.com", "Google Colab", "practice", "free", ("interactive",)),
    ("leetcode.com", "LeetCode", "practice", None, ("interactive",)),
    ("hackerrank.com", "HackerRank", "practice", None, ("interactive",)),
    ("stratascratch.com", "StrataScratch", "practice", None, ("interactive",)),
    ("en.wikipedia.org", "Wikipedia", None, "free", ("text",)),
    ("wikipedia.org", "Wikipedia", None, "free", ("text",)),
    ("github.com", "GitHub", None, "free", None),
    ("github.io", "GitHub Pages", None, "free", None),
    ("readthedocs.io", "Read the Docs", "docs", "free", ("text",)),
    ("docs.rs", "docs.rs", "docs", "free", ("text",)),
    ("oreilly.com/library", "O'Reilly", None, "paid", ("text",)),
    ("amazon.com", "Amazon", None, "paid", None),
    ("amzn.to", "Amazon", None, "paid", None),
    ("manning.com/books", "Manning", "book", "paid", ("text",)),
    ("packtpub.com", "Packt", None, "paid", None),
    ("medium.com", "Medium", "tutorial", None, ("text",)),
    ("towardsdatascience.com", "Towards Data Science", "tutorial", None, ("text",)),
    ("machinelearningmastery.com", "Machine Learning Mastery", "tutorial", None, ("text",)),
    ("freecodecamp.org", "freeCodeCamp", None, "free", None),
    ("w3schools.com", "W3Schools", "tutorial", "free", ("text", "interactive")),
)


def host_facts(url: str) -> HostFacts:
    """Return what the address makes certain: its provider, and type, cost and formats if known."""
    host, _, path = normalise_address(url).partition("/")
    names = host.split(".")
    for start in range(len(names) - 1):
        for pattern_path, facts in _facts_by_host().get(".".join(names[start:]), ()):
            if f"{path}/".startswith(pattern_path):
                return facts
    if host.startswith(("docs.", "documentation.")) or path.startswith(("docs/", "documentation/")):
        return HostFacts(host, "docs", None, ("text",))
    return HostFacts(host)


@lru_cache(maxsize=1)
def _facts_by_host() -> dict[str, list[tuple[str, HostFacts]]]:
    """Return, by host, the beginnings of paths and what is certain about them, longest first."""
    found: dict[str, list[tuple[str, HostFacts]]] = {}
    for pattern, provider, type_, cost, formats in _FACTS:
        host, _, path = pattern.partition("/")
        facts = HostFacts(provider, type_, cost, formats)
        found.setdefault(host, []).append((f"{path}/" if path else "", facts))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _on(host: str, hosts: tuple[str, ...]) -> bool:
    return host.endswith(hosts) and any(host == one or host.endswith(f".{one}") for one in hosts)
