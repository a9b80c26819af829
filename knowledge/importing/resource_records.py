"""Turn found links into resource records; what is not certain is marked as missing."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Any

from knowledge.importing.addresses import host_facts
from knowledge.importing.amounts import read_level
from knowledge.importing.findings import FoundResource
from knowledge.importing.vocabulary import fold

_MARKED = {
    "video": "video", "article": "tutorial", "official": "docs", "opensource": "project",
    "course": "course", "book": "book", "feed": "newsletter", "paper": "paper",
}  # fmt: skip
# The first kind of which a word occurs; Chinese and Hindi words may stand inside others.
_TYPE_WORDS = {
    "certification": "certificate certificates certification certifications certificado 证书",
    "newsletter": "newsletter newsletters",
    "book": "book books textbook textbooks ebook ebooks handbook livro livros "
    "libro libros 书 पुस्तक किताब",
    "paper": "paper papers arxiv 论文",
    "video": "video videos playlist playlists youtube 视频 वीडियो",
    "course": "course courses mooc moocs specialization nanodegree bootcamp zoomcamp curso cursos "
    "课程 कोर्स",
    "docs": "docs documentation 文档 documentacion documentacao",
    "practice": "exercise exercises practice practise challenge challenges competition "
    "competitions exercicios ejercicios",
    "tutorial": "tutorial tutorials article articles blog blogs guide guides tutoriais tutoriales "
    "教程 文章 लेख",
}
_FORMATS = {
    "video": ("video",), "book": ("text",), "paper": ("text",), "docs": ("text",),
    "tutorial": ("text",), "newsletter": ("text",), "practice": ("interactive",),
}  # fmt: skip
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_FREE = re.compile(r"\b(free|gratis|gratuit\w*|livre)\b|免费|मुफ़्त|मुफ्त|निःशुल्क", re.IGNORECASE)
_PAID = re.compile(r"\b(paid|paying|subscription|pago|de pago)\b|[$€£₹]\s?\d|付费", re.IGNORECASE)
_AUDIT = re.compile(r"\baudit\b", re.IGNORECASE)
_NOT_FREE = re.compile(r"freemium|free trial|not free", re.IGNORECASE)
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("zh", re.compile("[\u4e00-\u9fff]")),
    ("hi", re.compile("[\u0900-\u097f]")), ("ko", re.compile("[\uac00-\ud7af]")),
    ("ru", re.compile("[\u0400-\u04ff]")), ("ar", re.compile("[\u0600-\u06ff]")),
)  # fmt: skip
_LANGUAGE_NAMES = {
    "hindi": "hi", "arabic": "ar", "chinese": "zh", "spanish": "es", "portuguese": "pt",
    "french": "fr", "german": "de", "russian": "ru", "japanese": "ja", "korean": "ko", "urdu": "ur",
}  # fmt: skip


def resource_record(
    found: FoundResource, identifier: str, level: str | None, today: str
) -> dict[str, Any]:
    """Return the record of a link that we do not know; `level` is what its topic states."""
    facts = host_facts(found.url)
    missing = []
    kind = _type(found, facts.type)
    if kind is None:
        kind = "tutorial"
        missing.append("type")
    formats = facts.formats or _FORMATS.get(kind)
    if formats is None:
        formats = ("text",)
        missing.append("formats")
    cost = _cost(found, facts.cost)
    if cost is None:
        missing.append("cost")
    stated_level = read_level(_nearest(found.context)) or level
    if stated_level is None:
        missing.append("level")
    note = "Imported; " + (
        f"the document does not state its {_in_words(missing)}." if missing else "not reviewed yet."
    )
    return {
        "id": identifier,
        "title": found.title,
        "provider": facts.provider,
        "url": found.url,
        "type": kind,
        "formats": list(formats),
        "cost": cost or "freemium",
        "level": stated_level or "intermediate",
        "language": _language(found),
        "status": "unknown",
        "seen": {"date": today, "how": "listed", "where": found.file},
        "note": note,
        "draft": {"source": f"{found.file}:{found.line}", "missing": missing},
    }


def slug(text: str, prefix: str) -> str:
    """Return an id made of a text's Latin letters and digits, else of `prefix` and a hash."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = _NO_LETTERS.sub("-", plain).strip("-")
    if words and (text.isascii() or 2 * _letters(words) >= _letters(text)):
        return words[:60].strip("-")
    return f"{prefix}-{digest(fold(text) or text)}"


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def digest(text: str) -> str:
    """Return eight letters and digits that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _type(found: FoundResource, certain: str | None) -> str | None:
    if found.marked in _MARKED:
        return _MARKED[found.marked]
    if found.is_certification:
        return "certification"
    if certain is not None:
        return certain
    for words in (found.title, found.context.rpartition("/")[2], _nearest(found.context)):
        if kind := _type_in_words(fold(words)):
            return kind
    return None


def _type_in_words(folded: str) -> str | None:
    words = set(folded.split())
    for kind, named in _type_words():
        if words & named:
            return kind
    if folded.isascii():
        return None
    for kind, named in _type_words():
        if any(word in folded for word in named if not word.isascii()):
            return kind
    return None


@lru_cache(maxsize=1)
def _type_words() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((kind, frozenset(map(fold, words.split()))) for kind, words in _TYPE_WORDS.items())


def _cost(found: FoundResource, certain: str | None) -> str | None:
    own = found.title
    if _AUDIT.search(own):
        return "free-audit"
    if _PAID.search(own):
        return "paid"
    if _NOT_FREE.search(found.context):
        return None
    if _FREE.search(own) or (_FREE.search(found.context) and not _PAID.search(found.context)):
        return "free" if certain != "paid" else "paid"
    return certain


def _nearest(context: str) -> str:
    """Return the title of the innermost section or label around a link."""
    parts = [part for part in context.split(" / ") if part.strip()]
    return parts[-1] if parts else ""


def _language(found: FoundResource) -> str:
    for code, script in () if found.title.isascii() else _SCRIPTS:
        if len(script.findall(found.title)) * 3 > len(found.title):
            return code
    words = set(fold(found.title).split())
    return next((code for name, code in _LANGUAGE_NAMES.items() if name in words), "en")


def _in_words(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
