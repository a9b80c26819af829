"""Judge headings by their place in a document."""


def topics(found):
    return {one.title: [resource.title for resource in one.resources] for one in found.topics}


def test_a_heading_is_a_topic_and_its_label_is_not(find):
    found = find(
        "# Roadmap\n\n## SQL\n### Resources\n"
        "- [SQLBolt](https://sqlbolt.com/)\n### Joins\n"
        "- [Joins](https://a.org)\n"
    )
    assert topics(found) == {"SQL": ["SQLBolt"], "Joins": ["Joins"]}
    assert found.topics[1].parent is found.topics[0]


def test_links_outside_of_topics_belong_to_the_document(find):
    found = find(
        "# My roadmap\n\n## Books\n"
        "- [Deep Learning](https://www.deeplearningbook.org/)\n## SQL\n"
        "- [a](https://b.org)\n"
    )
    assert list(topics(found)) == ["My roadmap", "SQL"]


def test_a_heading_that_repeats_its_section_is_the_same_topic(find):
    found = find(
        "# Roadmap\n\n## 1. Python language\n#### Python:\n"
        "- [Tutorial](https://a.org)\n## SQL\ntext\n"
    )
    assert list(topics(found)) == ["Python language", "SQL"]


def test_noise_ends_where_a_deeper_heading_names_a_topic(find):
    found = find(
        "# Roadmap\n\n## Contents\n- [SQL](#sql)\n\n### SQL\n- [Bolt](https://sqlbolt.com/)\n"
    )
    assert topics(found) == {"SQL": ["Bolt"]}


def test_people_below_contributors_are_not_topics(find):
    found = find(
        "# Roadmap\n\n## SQL\n- [Bolt](https://sqlbolt.com/)\n\n"
        "## Contributors\n### Maria Silva\n- [site](https://silva.org)\n"
    )
    assert topics(found) == {"SQL": ["Bolt"]}
    assert [one.url for one in found.left_out] == ["https://silva.org"]


def test_a_list_below_the_title_is_about_the_document(find):
    found = find(
        "# Roadmap\n\nHow it is made:\n\n- From outline to detail\n\n## SQL\n- [a](https://a.org)\n"
    )
    assert list(topics(found)) == ["SQL"]
