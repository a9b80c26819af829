"""Turn HTML into Markdown without losing a line number."""

from knowledge.importing.html import BREAK, flatten


def lines(text):
    flat = flatten(text)
    return [
        (n, line.strip()) for n, line in zip(flat.origins, flat.lines, strict=True) if line.strip()
    ]


def test_text_without_html_stays_as_it_is():
    flat = flatten("a\nb")
    assert (list(flat.lines), list(flat.origins)) == (["a", "b"], [1, 2])


def test_headings_links_images_and_emphasis_become_markdown():
    text = '<h2>A\nB</h2>\n<a href="https://x.org?a=1&amp;b=2"><b>X</b></a> <img src=p.png alt="P">'
    assert lines(text) == [(1, "## A B"), (3, "[**X**](<https://x.org?a=1&b=2>) ![P](<p.png>)")]


def test_a_link_over_several_lines_keeps_the_lines_below_in_place():
    flat = flatten('<a\n href="https://x.org"\n>x</a>\nlast')
    assert (flat.origins[-1], flat.lines[-1]) == (4, "last")


def test_list_items_on_one_line_become_lines_of_that_line():
    assert lines("<ul><li>a</li><li>b</li></ul>\nc") == [(1, "- a"), (1, "- b"), (2, "c")]


def test_a_table_becomes_rows_that_know_their_lines():
    text = (
        "<table>\n<tr><th>T</th><th>L</th></tr>\n<tr><td>a|b</td>\n"
        "<td>c<br>d</td></tr>\n</table>\nend"
    )
    assert lines(text) == [
        (2, "| T | L |"),
        (2, "|---|---|"),
        (3, f"| a\\|b | c{BREAK}d |"),
        (6, "end"),
    ]


def test_a_heading_in_a_table_cell_stays_in_its_cell():
    assert lines("| <h5>a</h5> | b |") == [(1, "| a | b |")]


def test_summaries_are_bold_lines_and_comments_vanish():
    assert lines("<details><summary>Sum</summary>\nx <!-- [y](z)\n--> w</details>") == [
        (1, "**Sum**"),
        (2, "x"),
        (3, "w"),
    ]


def test_addresses_in_angle_brackets_are_no_tags():
    assert lines("<https://a.org>") == [(1, "<https://a.org>")]
