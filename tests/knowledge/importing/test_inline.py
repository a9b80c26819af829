"""Read words and links out of one piece of text."""

import time

import pytest

from knowledge.importing.inline import InlineReader, address_words, plain


def read(text, **references):
    return InlineReader(references).read(text, 10)


def links(text, **references):
    return [(link.text, link.url) for line in read(text, **references) for link in line.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://x.org/(b)_(c))", [("a", "https://x.org/(b)_(c)")]),
        ("[[pdf]](https://x.org/p.pdf)", [("[pdf]", "https://x.org/p.pdf")]),
        ('[a](https://x.org "Title (b)")', [("a", "https://x.org")]),
        ("[a](<https://x.org/a b>)", [("a", "https://x.org/a b")]),
        ("[a]\n(https://x.org)", [("a", "https://x.org")]),
        ("[a]([https://x.org](https://y.org))", [("a", "https://y.org")]),
        ("see https://x.org/a, or (www.y.org).", [
            ("https://x.org/a", "https://x.org/a"), ("www.y.org", "www.y.org")]),
        ("(Tutorial)[https://x.org/a.html]", [("https://x.org/a.html", "https://x.org/a.html")]),
        ("<https://x.org/?a=1&amp;b=2>", [("https://x.org/?a=1&amp;b=2", "https://x.org/?a=1&b=2")]),
        ("[![YouTube](https://i.org/b.svg)](https://x.org)", [("YouTube", "https://x.org")]),
        ("![cover](https://i.org/c.png)", []),
        ("[no address] and [ ] box", []),
    ],
)  # fmt: skip
def test_links_are_read_as_people_write_them(text, expected):
    assert links(text) == expected


def test_reference_links_use_the_definitions():
    assert links("[the book][b] and [b]", b="https://b.org") == [
        ("the book", "https://b.org"),
        ("b", "https://b.org"),
    ]


def test_a_badge_gives_its_words_to_the_link_but_not_to_the_line():
    (line,) = read("Playlist: [![YouTube](https://i.org/b.svg)](https://x.org)")
    assert line.text.strip() == "Playlist:"
    assert [(image.text, image.url) for image in line.images] == [
        ("YouTube", "https://i.org/b.svg")
    ]


def test_lines_and_links_know_where_they_stand():
    first, second, third = read("one\n[two\nthree](https://x.org)\n\nhttps://y.org")
    assert (first.line, second.line, third.line) == (10, 11, 14)
    assert second.text[second.links[0].start : second.links[0].end] == "two three"


def test_what_is_bold_or_italic_at_the_beginning_is_known():
    (bold,) = read("&emsp;🔹 **Pandas**: tables")
    (linked,) = read("**[Pandas](https://x.org)**")
    (italic,) = read(":blue_book:*Power BI*")
    assert (bold.bold, linked.bold, italic.italic) == ("Pandas", "Pandas", "Power BI")


def test_plain_words_lose_marks_codes_and_entities_but_keep_stars():
    assert plain("**a** `b` &amp; snake_case :rocket: :star::star:") == "a b & snake_case ⭐⭐"


def test_an_address_in_words_has_no_scheme():
    assert address_words("https://x.org/a%20b/") == "x.org/a b"


@pytest.mark.parametrize(
    "piece",
    ["[", "[a", "![", "[a [b] ", "](", "[a](b", "https://", "[a](" + "(", "**a", "<a ", "\n["],
)
def test_broken_marks_take_linear_time(piece):
    def seconds(count):
        started = time.process_time()
        read(piece * count)
        return time.process_time() - started

    seconds(1_000)
    # 25 times as much takes 25 times as long, a garbage collection more; 625 if it were quadratic.
    assert seconds(50_000) < 150 * max(seconds(2_000), 0.01)
