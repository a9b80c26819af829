"""Topics and chains are listed with the fields that are documented."""

from ui.listing import chain_links, chain_sentences, topic_entry, topic_rows


def test_a_topic_is_listed_with_the_middle_of_its_hours(tiny_base):
    entry = topic_entry(tiny_base, "nlp")
    topic = tiny_base.topics["nlp"]
    assert entry["hours"] == (topic.hours.low + topic.hours.high) / 2
    assert [edge["topic"] for edge in entry["prerequisites"]] == [
        edge.topic for edge in topic.prerequisites
    ]


def test_a_chain_has_a_link_for_each_of_its_edges(base):
    chain = base.graph.chain("python-basics", "transformers")
    links = chain_links(base, chain)
    assert [link["topic"] for link in links] == chain[:-1]
    assert [link["before"] for link in links] == chain[1:]
    edge = base.graph.edges[chain[1]][chain[0]]
    assert (links[0]["strength"], links[0]["reason"]) == (edge.strength, edge.reason)


def test_a_topic_alone_has_no_links(base):
    assert chain_links(base, ["sql"]) == []


def test_a_topic_has_one_row(tiny_base):
    rows = {row[0]: row for row in topic_rows(tiny_base)}
    topic = tiny_base.topics["nlp"]
    assert rows.keys() == tiny_base.topics.keys()
    assert rows["nlp"][1] == topic.title
    assert float(rows["nlp"][4]) == topic.hours.midpoint


def test_two_names_of_one_topic_are_told_to_be_that(base):
    assert chain_sentences(base, "sql", "sql", []) == ["Both names mean one topic, SQL."]


def test_two_topics_without_a_chain_can_be_learned_in_any_order(base):
    (sentence,) = chain_sentences(base, "sql", "calculus", [])
    assert sentence.startswith("Neither needs the other: SQL and Calculus")
    assert sentence.endswith(" can be learned in any order.")


def test_a_link_is_told_with_its_strength_and_reason(base):
    link = {"topic": "sql", "before": "pandas", "strength": "helpful", "reason": "It rhymes."}
    assert chain_sentences(base, "sql", "pandas", [link]) == ["SQL -> pandas (helpful): It rhymes."]
