"""Turn Markdown into HTML in which nothing typed or read from content is live."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

_MARKER = re.compile(r"\[(\d{1,3})\]")


def is_web_address(url: str) -> bool:
    """Tell whether a link may be shown: absolute, http or https, with a host."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def safe_html(markdown: str, titles: Mapping[int, str] | None = None, turn: int = 0) -> Markup:
    """Return Markdown as HTML: tags are text, links are http(s) and open apart, images are gone.

    A marker `[n]` whose number is in `titles` becomes a button that opens source n of `turn`.
    """
    env: EnvType = {"titles": titles or {}, "turn": turn}
    return Markup(_parser().render(markdown, env))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": False})
    parser.enable(["table", "strikethrough"]).disable(["image", "html_block", "html_inline"])
    parser.validateLink = is_web_address  # type: ignore[method-assign]
    parser.core.ruler.push("citations", _mark_citations)
    parser.add_render_rule("link_open", _open_link)
    parser.add_render_rule("table_open", _open_table)
    parser.add_render_rule("table_close", _close_table)
    return parser


def _mark_citations(state: object) -> None:
    tokens: list[Token] = state.tokens  # type: ignore[attr-defined]
    env: EnvType = state.env  # type: ignore[attr-defined]
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = [
                part for child in token.children for part in _with_buttons(child, env)
            ]


def _with_buttons(child: Token, env: EnvType) -> list[Token]:
    if child.type != "text" or not _MARKER.search(child.content):
        return [child]
    parts = []
    for position, piece in enumerate(_MARKER.split(child.content)):
        if position % 2 and int(piece) in env["titles"]:
            parts.append(Token("html_inline", "", 0, content=_button(int(piece), env)))
        elif piece:
            parts.append(Token("text", "", 0, content=f"[{piece}]" if position % 2 else piece))
    return parts


def _button(number: int, env: EnvType) -> str:
    template = Markup(
        '<button type="button" class="cite" data-event="cite" data-turn="{turn}" data-n="{n}" '
        'aria-label="Source {n}: {title}" title="{title}">{n}</button>'
    )
    return str(template.format(turn=env["turn"], n=number, title=env["titles"][number]))


def _open_link(
    renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[index].attrSet("target", "_blank")
    tokens[index].attrSet("rel", "noopener noreferrer")
    return renderer.renderToken(tokens, index, options, env)


def _open_table(*_: object) -> str:
    # A wide table scrolls by itself, also from the keyboard, instead of widening the page.
    return '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>\n'


def _close_table(*_: object) -> str:
    return "</table></div>\n"
