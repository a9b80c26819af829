"""Check the numbering and quoting of evidence."""

from __future__ import annotations

from assistant.citations import MARKER, citation, number_evidence, quote
from assistant.compose import Bullets, Statement, Table
from assistant.compose.blocks import paragraph


def test_evidence_is_numbered_in_reading_order_each_chunk_once():
    blocks = [
        paragraph(Statement("One.", "b"), Statement("Two."), Statement("Three.", "a")),
        Bullets((paragraph(Statement("Four.", "b")),)),
        Table(("x",), ((("Five",), "c"),)),
    ]
    assert number_evidence(blocks) == {"b": 1, "a": 2, "c": 3}


def test_marker_is_no_link():
    assert MARKER.findall("[1] [12](https://a.test) [123] [1234] [n]") == ["1", "123"]


def test_quote_holds_the_two_nearest_sentences_in_their_order():
    text = "Cats sleep. Tables have rows. Dogs bark. Rows can be joined."
    assert quote(text, "join the rows of tables") == "Tables have rows. Rows can be joined."


def test_citation_says_where_the_words_stand(tiny_chunks):
    chunk = tiny_chunks["topic:pandas#overview"]
    made = citation(chunk, 3, "difficulty 2 of 5")
    assert (made.n, made.chunk_id, made.topic_id) == (3, chunk.id, "pandas")
    assert made.source == chunk.source
    assert "Difficulty 2 of 5." in made.quote
