"""Read one piece of Markdown text: its plain words, its links and what is set in bold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from knowledge.importing.html import BREAK

# Markdown's own inline grammar is stricter than what people write ("[title] (address)", unbalanced
# brackets) and four times slower. Possessive quantifiers keep any input linear.
_IMAGE = (
    r"!\[(?P<alt>[^\[\]\n]{0,300}+)\]"
    r"\(\s*+(?P<source><[^<>\n]*+>|(?:[^()\s]|\([^()\s]*+\))*+)(?:\s[^()\n]{0,200}+)?\)"
)
_TARGET = (
    r"\(\s*+(?P<target><[^<>\n]*+>|(?:[^()<>\s]|\((?:[^()\s]|\([^()\s]*+\))*+\))*+)"
    r"(?:\s++(?:\"[^\"\n]{0,300}+\"|'[^'\n]{0,300}+'))?\s*+\)"
)
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\\[\[\]]|\[[^\[\]]{0,300}+\]){0,600}+)\](?:[ \n]?"
    + _TARGET
    + r"|\[(?P<label>[^\[\]\n]{0,100}+)\])?"
)
_PICTURE = re.compile(_IMAGE)
_BARE = re.compile(
    r"<?(?P<bare>(?:https?://|www\.[a-z0-9-]++\.)[^\s<>\"`\u3000-\u303f\uff00-\uff65\\|]++)>?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\W{0,12}?(?:\*\*|__)(?P<bold>[^*\n]{1,200}?)(?:\*\*|__)")
_ITALIC = re.compile(r"(?:\W|:[a-z0-9_+-]+:)*?(?<![*_])[*_](?P<italic>[^*_\n]{1,60})[*_](?![*_])")
_EMPHASIS = re.compile(r"\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|~~|`+")
_SHORTCODE = re.compile(r":[a-z0-9_+-]{2,40}:")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[ \t\u00a0\u2002\u2003\u2009]+")
_MOST_LINKS = 100  # in one line; more are read as a further line, so that no line grows for ever
_BREAKS = re.compile(f"([\n{BREAK}])")
_STAR = re.compile(r":star2?:")


@dataclass(slots=True)
class Link:
    """A link as written: its words, its address and where its words stand in the line's text."""

    text: str
    url: str
    start: int
    end: int
    line: int
    is_bare: bool = False


@dataclass(slots=True)
class Line:
    """A line of plain words; `bold` is what is set in bold at its beginning, "" if nothing."""

    text: str
    line: int
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    bold: str = ""
    italic: str = ""

    def without_links(self) -> str:
        """Return the words that stand outside the links."""
        parts, position = [], 0
        for link in self.links:
            parts.append(self.text[position : link.start])
            position = link.end
        return "".join([*parts, self.text[position:]])


class InlineReader:
    """Reads pieces of one document, whose link definitions are `references` by lower-case label."""

    def __init__(self, references: Mapping[str, str]) -> None:
        self.references = references

    def read(self, content: str, line: int) -> list[Line]:
        """Return the non-empty lines of a paragraph, item or cell that starts on `line`."""
        if "[" not in content and "://" not in content and "www." not in content.lower():
            return [
                Line(text, line + number, bold=_bold(part), italic=_italic(part))
                for number, whole in enumerate(content.split("\n"))
                for part in whole.split(BREAK)
                if (text := plain(part))
            ]
        return self._read_links(content, line)

    def _read_links(self, content: str, line: int) -> list[Line]:
        lines = [Line("", line)]
        here = line
        position = 0
        while position < len(content):
            found = self._next(content, position)
            end = found.start() if found else len(content)
            here = self._add_text(content[position:end], lines, here)
            if found is None:
                break
            if len(lines[-1].links) == _MOST_LINKS:
                lines.append(Line("", here))
            if not lines[-1].text and not lines[-1].links:
                lines[-1].line = here
            self._add_found(found, content, lines[-1], here)
            after = self._end(found)
            here += content.count("\n", end, after)
            position = after
        return [one for one in lines if one.text.strip() or one.links or one.images]

    def _next(self, content: str, position: int) -> re.Match[str] | None:
        """Return the first picture, link or bare address at or after `position`."""
        while True:
            bracket = content.find("[", position)
            bare = _BARE.search(content, position, bracket if bracket >= 0 else len(content))
            if bare or bracket < 0:
                return bare
            if bracket and content[bracket - 1] == "!":
                picture = _PICTURE.match(content, bracket - 1)
                if picture:
                    return picture
            link = _LINK.match(content, bracket)
            if link and self._address(link) is not None:
                return link
            position = bracket + 1
            between = _BARE.search(content, bracket + 1, _end_of_try(content, bracket))
            if between:
                return between

    def _address(self, link: re.Match[str]) -> str | None:
        target = link.group("target")
        if target is not None:
            written = unescape(_ESCAPE.sub(r"\1", target.strip("<>").strip()))
            # "([address](address))" is a common slip of the pen.
            return written.rpartition("](")[2].rstrip(")") if "](" in written else written
        label = link.group("label") or link.group("text")
        return self.references.get(label.strip().lower())

    @staticmethod
    def _add_text(text: str, lines: list[Line], here: int) -> int:
        """Append words to the last line, a new line at every break; return the line reached."""
        for part in _BREAKS.split(text):
            if part == "\n" or part == BREAK:
                here += part == "\n"
                lines.append(Line("", here))
                continue
            current = lines[-1]
            if not current.text and not current.links:
                current.bold = _bold(part)
            current.text += plain(part, keep_ends=True)
        return here

    def _add_found(self, found: re.Match[str], content: str, current: Line, here: int) -> None:
        groups = found.groupdict()
        start = len(current.text)
        if "bare" in groups:
            url, _ = _trim_address(groups["bare"])
            current.text += url
            current.links.append(Link(url, unescape(url), start, start + len(url), here, True))
            return
        if "alt" in groups:
            current.images.append(_picture(found, start, here))
            return
        words = groups["text"]
        pictures = len(current.images)
        current.images.extend(_picture(one, start, here) for one in _PICTURE.finditer(words))
        text = plain(_PICTURE.sub("", words).replace("\n", " ").replace(BREAK, " "))
        # A badge's words name the link, but they are no words of the line.
        name = text or next((image.text for image in current.images[pictures:]), "")
        if not current.text and not current.links and _is_bold_around(content, found):
            current.bold = text
        address = self._address(found) or ""
        current.text += text
        current.links.append(Link(name, address, start, start + len(text), here))

    @staticmethod
    def _end(found: re.Match[str]) -> int:
        if "bare" not in found.groupdict():
            return found.end()
        _, rest = _trim_address(found.group("bare"))
        return found.end("bare") - len(rest) if rest else found.end()


def plain(text: str, keep_ends: bool = False) -> str:
    """Return words without Markdown's marks, HTML entities and emoji codes (stars stay stars)."""
    if "&" in text:
        text = unescape(text)
    if ":" in text:
        text = _SHORTCODE.sub("", _STAR.sub("⭐", text))
    if "*" in text or "_" in text or "`" in text or "~" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    text = _SPACES.sub(" ", text)
    return text if keep_ends else text.strip()


def address_words(url: str) -> str:
    """Return an address as a title of last resort: host and path, without the scheme."""
    shown = unquote(url.partition("://")[2] or url, errors="replace")
    return " ".join(shown.split()).rstrip("/")


def _bold(text: str) -> str:
    found = _LEAD.match(unescape(text) if "&" in text else text)
    return plain(found.group("bold")) if found else ""


def _italic(text: str) -> str:
    found = _ITALIC.match(unescape(text) if "&" in text else text)
    return plain(found.group("italic")) if found else ""


def _is_bold_around(content: str, link: re.Match[str]) -> bool:
    return content[max(0, link.start() - 2) : link.start()] in ("**", "__")


def _end_of_try(content: str, bracket: int) -> int:
    following = content.find("[", bracket + 1)
    return following if following >= 0 else len(content)


def _picture(found: re.Match[str], start: int, line: int) -> Link:
    address = unescape(found.group("source").strip("<>"))
    return Link(plain(found.group("alt")), address, start, start, line)


def _trim_address(url: str) -> tuple[str, str]:
    """Split off what ends the sentence and not the address: dots, quotes, unmatched brackets."""
    end = len(url)
    while end and (
        url[end - 1] in ".,;:!?'\"*_~"
        or (url[end - 1] == ")" and url.count(")", 0, end) > url.count("(", 0, end))
        or (url[end - 1] == "]" and url.count("]", 0, end) > url.count("[", 0, end))
    ):
        end -= 1
    cut = url.find("](", 0, end)
    if cut >= 0:
        end = cut
    return url[:end], url[end:]
