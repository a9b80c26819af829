"""Read list items as topics, as resources, or as both."""


def tree(found):
    return [
        (one.title, one.parent.title if one.parent else "", len(one.resources))
        for one in found.topics
    ]


def test_items_with_items_below_are_topics(find):
    found = find(
        "# Roadmap\n\n- Mathematics\n    - Calculus\n"
        "        - [Made easy](https://calculusmadeeasy.org/)\n"
    )
    assert tree(found) == [("Mathematics", "", 0), ("Calculus", "Mathematics", 1)]


def test_a_name_followed_by_links_is_a_topic(find):
    found = find(
        "# Roadmap\n\n"
        "- **Spark**: [Guide](https://a.org) and [Course A](https://b.org)\n"
        "- Hive - [One](https://c.org), [Two](https://d.org)\n"
    )
    assert tree(found) == [("Spark", "", 2), ("Hive", "", 2)]


def test_a_playlist_with_a_badge_is_a_resource(find):
    found = find(
        "# Roadmap\n\n## Python\n"
        "1. Complete Python playlist: [![YouTube](https://img.shields.io/x)](https://youtu.be/a)\n"
    )
    assert tree(found) == [("Python", "", 1)]
    assert found.topics[0].resources[0].title == "Complete Python playlist"


def test_plain_items_are_subtopics_where_the_topic_has_links_and_topics_where_not(find):
    found = find(
        "# Roadmap\n\n## RNNs\n- LSTM\n- [Course A](https://a.org)\n\n## Clouds\n- AWS\n- GCP\n"
    )
    assert found.topics[0].subtopics == ["LSTM"]
    assert [title for title, *_ in tree(found)] == ["RNNs", "Clouds", "AWS", "GCP"]


def test_a_bold_item_heads_the_linked_items_beside_it(find):
    found = find(
        "# Roadmap\n\n## Math\n* **Statistics**\n"
        "* [Think Stats](https://a.org)\n* **Calculus**\n"
        "* [Made easy](https://b.org)\n"
    )
    assert tree(found) == [("Math", "", 0), ("Statistics", "Math", 1), ("Calculus", "Math", 1)]


def test_an_enumeration_after_a_name_gives_subtopics(find):
    (topic,) = find("# Roadmap\n\n- **Supervised learning:** regression, trees, boosting\n").topics
    assert topic.subtopics == ["regression", "trees", "boosting"]


def test_linked_names_are_topics_below_a_label_for_topics(find):
    found = find("# Roadmap\n\n## Topics covered\n- [Zebra models](https://a.org)\n")
    assert tree(found) == [("Zebra models", "", 1)]


def test_chapters_of_the_same_repository_are_topics_without_links(find):
    text = "# Roadmap\n\n## Part 1\n- [Linear regression](01/regression.md)\n- [see](02/x.md)\n"
    assert tree(find(text)) == [("Linear regression", "", 0)]
    kept = find(text, base_url="https://github.com/a/b/blob/main")
    assert ("Linear regression", "", 1) in tree(kept)


def test_sentences_in_lists_are_no_topics(find):
    found = find(
        "# Roadmap\n\n## SQL\n- [a b](https://a.org)\n"
        "- You should practise every day for a month.\n"
    )
    assert [title for title, *_ in tree(found)] == ["SQL"]
