"""Cut documents into blocks, each on its line."""

from knowledge.importing.blocks import read_blocks


def shape(text):
    return [
        (block.kind, block.level, block.line, " ".join(line.text.strip() for line in block.lines))
        for block in read_blocks(text)
    ]


def test_headings_items_and_text_keep_their_lines_and_depth():
    assert shape("# One\n\ntext\n- a\n  - b\n1. c\n") == [
        ("heading", 1, 1, "One"),
        ("text", -1, 3, "text"),
        ("item", 0, 4, "a"),
        ("item", 1, 5, "b"),
        ("item", 0, 6, "c"),
    ]


def test_a_heading_needs_no_space_but_hashtags_are_none():
    assert shape("##Week 3-4\n") == [("heading", 2, 1, "Week 3-4")]
    assert shape("#python #ml\n") == [("text", -1, 1, "#python #ml")]


def test_a_task_loses_its_box_and_says_so():
    (open_task, done, plain) = read_blocks("- [ ] a\n- [x] b\n- [x](https://a.org)\n")
    assert [open_task.is_task, done.is_task, plain.is_task] == [True, True, False]
    assert open_task.lines[0].text == "a"


def test_lines_of_text_that_look_like_items_are_items():
    assert [one[0] for one in shape("Intro\n• one\n• two\n")] == ["text", "item", "item"]


def test_deeply_indented_text_is_text_and_not_code():
    (block,) = read_blocks("        [Docs](https://a.org)\n")
    assert block.lines[0].links[0].url == "https://a.org"


def test_a_rule_below_several_lines_makes_no_heading_of_them():
    assert [one[0] for one in shape("one\ntwo\n---\n")] == ["text"]
    assert shape("Title\n=====\n")[0][:2] == ("heading", 1)


def test_a_table_needs_no_outer_pipes_and_its_rows_know_their_lines():
    (table,) = read_blocks("A | B\n--|--\nx | [y](https://y.org)<br>[z](https://z.org)\n")
    assert [[" ".join(one.text for one in cell) for cell in row] for row in table.rows] == [
        ["A", "B"],
        ["x", "y z"],
    ]
    assert [line.line for line in table.rows[1][1]] == [3, 3]


def test_code_and_front_matter_are_passed_over():
    text = "---\ntitle: x\n---\n```\n# no heading\n```\n# Yes\n"
    assert shape(text) == [("heading", 1, 7, "Yes")]


def test_reference_links_find_their_addresses_in_the_whole_document():
    block, *_ = read_blocks("See [the book][b].\n\n[b]: https://book.org 'Title'\n")
    assert block.lines[0].links[0].url == "https://book.org"
