"""Topics and chains are listed with the fields that are documented."""

from ui.listing import chain_links, topic_entry


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
