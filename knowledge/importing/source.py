"""Read files of any bytes into clean text, line by line as they stand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from knowledge.errors import UsageError

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".rst", ".html", ".htm")
"""The endings of files that are read from a folder; a file named itself may have any."""

LARGEST = 50_000_000
"""The most bytes in one file; a roadmap larger than this is something else."""

_ABOUT_THE_REPOSITORY = re.compile(
    r"^(licen[cs]e|contributing|contributors|code[-_]of[-_]conduct|changelog|security|"
    r"requirements|robots|funding|pull_request_template|issue_template)\b",
    re.IGNORECASE,
)
# Characters that no document means and YAML cannot hold; separators that are not line ends.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_CHINESE_PAIR = re.compile(rb"[\x81-\xfe][\xa1-\xfe]")
# UTF-8 read as Mac Roman, Windows-1252 or Latin-1 begins with one of these.
_SUSPICIOUS = re.compile(
    "[\u00c0-\u00ff\u0152\u0153\u0178\u0192\u02c6\u02dc\u2018-\u2044\u20ac\u2122\u2202-\u2265\u25ca\u00a0-\u00bf]"
)


@dataclass(frozen=True)
class Source:
    """One document: the name that people see, its repaired text, and what a title could be."""

    name: str
    text: str
    called: str = ""


def read_sources(paths: Sequence[Path]) -> tuple[list[Source], list[str]]:
    """Return the documents at `paths` (files or folders) and the names of files passed over.

    Raises UsageError with one sentence where a path cannot be read or holds no document.
    """
    sources, passed_over = [], []
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no file or folder {path}.")
        for file, name in _files(path):
            if file != path and _ABOUT_THE_REPOSITORY.match(file.name):
                passed_over.append(name)
                continue
            sources.append(Source(name, decode(_bytes(file), str(file)), _called(file)))
    if not sources:
        shown = ", ".join(str(path) for path in paths) or "no path at all"
        raise UsageError(f"There is no Markdown file in {shown}; name one that holds a roadmap.")
    return sources, passed_over


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`, repaired, with plain line ends and as many lines as it had.

    Raises UsageError where the bytes are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif b"\x00" in data:
        short = PurePath(name).name
        raise UsageError(f"{short} is not a text document; export it as Markdown first.")
    else:
        text = _decode_bytes(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", " ")
    return _CONTROL.sub("", _repaired(text))


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    if not path.is_dir():
        yield path, path.name
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "node_modules")
        for name in sorted(names, key=lambda name: (not name.lower().startswith("readme"), name)):
            file = Path(folder) / name
            if file.suffix.lower() in SUFFIXES and file.is_file():
                yield file, file.relative_to(path).as_posix()


def _called(file: Path) -> str:
    """Return a file's name in words, its folder's where it is a README."""
    stem = file.stem.partition("@")[0]
    if stem.lower() in ("readme", "index"):
        stem = file.resolve().parent.name
    return re.sub(r"[-_\s]+", " ", stem).strip()


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            limit = LARGEST // 1_000_000
            raise UsageError(f"{file} has more than {limit} MB; split it into smaller documents.")
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}.") from error


def _decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", errors="replace")
    damaged = lenient.count("\ufffd")
    # A few broken characters in a UTF-8 file; another encoding would break all the others.
    if damaged <= sum(not character.isascii() for character in lenient[:200_000]) // 4:
        return lenient
    # In Chinese nearly every high byte stands beside another; in Western text hardly any does.
    high = len(_HIGH_BYTE.findall(data))
    if 2 * len(_CHINESE_PAIR.findall(data)) > 0.9 * high:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            pass
    return data.decode("cp1252", errors="replace")


def _repaired(text: str) -> str:
    """Mend text that was decoded wrongly, line by line so that no line moves."""
    if text.isascii():
        return text
    from ftfy.badness import is_bad

    lines = text.split("\n")
    wrong = ""  # the encoding by mistake, once ftfy has found it: trying it is much faster
    for number, line in enumerate(lines):
        if line.isascii() or not _SUSPICIOUS.search(line):
            continue
        mended = _decoded_again(line, wrong) if wrong else None
        if mended is None and is_bad(line):
            mended, found = _mended(line)
            wrong = wrong or found
        if mended is not None:
            lines[number] = mended.replace("\n", " ")
    return "\n".join(lines)


def _mended(line: str) -> tuple[str, str]:
    """Return the line mended by ftfy, and the encoding it was read in by mistake, "" if unclear."""
    from ftfy import TextFixerConfig, fix_and_explain

    config = TextFixerConfig(
        unescape_html=False, uncurl_quotes=False, fix_character_width=False, normalization=None
    )
    mended, steps = fix_and_explain(line, config)
    plan = [tuple(step) for step in steps or ()]
    simple = len(plan) == 2 and plan[0][0] == "encode" and plan[1] == ("decode", "utf-8")
    return mended, plan[0][1] if simple else ""


def _decoded_again(line: str, encoding: str) -> str | None:
    try:
        return line.encode(encoding).decode("utf-8")
    except UnicodeError:
        return None
