from ui.cited import chunk_html

TEXT = """First things.

- Deep learning trains networks. It needs data.
- Nothing else.

Last things."""


def test_each_quoted_sentence_is_marked_where_it_stands():
    html = chunk_html(TEXT, "Deep learning trains networks. Last things.")
    assert html.count("<mark>") == html.count("</mark>") == 2
    assert "<mark>Deep learning trains networks.</mark> It needs data." in html
    assert "<p><mark>Last things.</mark></p>" in html


def test_a_quote_that_starts_at_a_bullet_leaves_the_list_whole():
    html = chunk_html(TEXT, "- Nothing else.")
    assert "<li><mark>Nothing else.</mark></li>" in html


def test_a_quote_that_is_not_in_the_text_marks_nothing():
    assert "<mark>" not in chunk_html(TEXT, "Quite something different.")


def test_content_cannot_smuggle_in_a_tag():
    html = chunk_html("A <mark>b</mark> <script>c</script>.", "A")
    assert "<script" not in html
    assert "&lt;mark&gt;" in html
