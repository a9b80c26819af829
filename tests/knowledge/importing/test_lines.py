"""Read lines of text: labels, bold names, statements and reasons."""


def test_a_bold_line_is_a_topic_and_its_links_belong_to_it(find):
    found = find(
        "# Roadmap\n\n## Phase 1\n\n**Pandas**<br>\n"
        "[Docs of pandas](https://pandas.pydata.org/docs/)\n"
    )
    assert [(one.title, len(one.resources)) for one in found.topics] == [("Pandas", 1)]


def test_a_bold_name_with_a_description_is_a_topic_with_a_summary(find):
    (topic,) = find("# Roadmap\n\n**Data cleaning**: half of the work in every project.\n").topics
    assert (topic.title, topic.summary) == ("Data cleaning", "half of the work in every project.")


def test_a_label_sets_what_the_list_below_it_holds(find):
    found = find(
        "# Roadmap\n\n## ML\n\nTopics covered:\n\n- Trees\n- Boosting\n\nBooks:\n\n- ESL\n"
    )
    assert [one.title for one in found.topics] == ["ML", "Trees", "Boosting"]
    assert [one.text for one in found.left_out] == ["ESL"]


def test_why_is_taken_from_the_section_that_says_so(find):
    (topic,) = find(
        "# Roadmap\n\n## SQL\n### Why learn SQL?\nEvery company keeps its data in tables.\n"
    ).topics
    assert topic.why == "Every company keeps its data in tables."


def test_statements_set_what_they_name(find):
    (topic,) = find(
        "# Roadmap\n\n## SQL\n**Difficulty:** easy\n**Time:** 20 hours\nPrerequisites: Excel\n"
    ).topics
    assert (topic.difficulty, topic.effort.low) == (2, 20)
    assert topic.dependencies == [("Excel", 6)]


def test_an_address_below_a_line_is_called_by_that_line(find):
    found = find("# Roadmap\n\n## Week 1\nIntro to ML (Udacity)\nhttps://eu.udacity.com/ml\n")
    assert [one.title for one in found.resources.values()] == ["Intro to ML (Udacity)"]


def test_a_long_bold_line_is_a_topic_where_a_day_stands_before_it(find):
    text = (
        "# Roadmap\n\n"
        "**Day 7: Statistics for data science and machine learning with code**\n"
        "\nWhere to find it: [Link](https://a.org)\n"
    )
    (topic,) = find(text).topics
    assert topic.title == "Statistics for data science and machine learning with code"
    assert topic.resources[0].title == topic.title


def test_thanks_to_people_are_left_out(find):
    found = find(
        "# Roadmap\n\n"
        "**Special thanks to:** [Jane](https://jane.org), [Joe](https://joe.org)\n"
        "\n## SQL\n- [a](https://a.org)\n"
    )
    assert [one.url for one in found.left_out] == ["https://jane.org", "https://joe.org"]
