"""Read tables whatever their columns are called."""

TOPICS = (
    "# Roadmap\n\n"
    "| Tópico | Nível de dificuldade | Pré-requisitos | Links |\n"
    "|-|-|-|-|\n| Álgebra | fácil | nenhum | [Livro A](https://a.org) |\n"
)


def test_columns_are_known_in_other_languages(find):
    (topic,) = find(TOPICS).topics
    assert (topic.title, topic.difficulty, topic.dependencies) == ("Álgebra", 2, [])
    assert [one.url for one in topic.resources] == ["https://a.org"]


def test_a_row_of_a_table_of_courses_is_a_resource_of_the_section(find):
    found = find(
        "# Roadmap\n\n## SQL\n\nCourses | Duration\n--|--\n[Intro A](https://a.org) | 3 weeks\n"
    )
    assert [(one.title, len(one.resources)) for one in found.topics] == [("SQL", 1)]


def test_links_that_say_nothing_are_called_by_the_row(find):
    found = find(
        "# Roadmap\n\n## SQL\n\n| Name | Link |\n|-|-|\n"
        "| SQL in ten days | [here](https://a.org) |\n"
    )
    assert [one.title for one in found.resources.values()] == ["SQL in ten days"]


def test_empty_headers_are_guessed_from_the_cells(find):
    found = find(
        "# Roadmap\n\n| | |\n|-|-|\n| Joins | [Course A](https://a.org) |\n"
        "| Windows | [Course B](https://b.org) |\n"
    )
    assert [one.title for one in found.topics] == ["Joins", "Windows"]


def test_a_table_of_chapters_gives_topics(find):
    text = "# Roadmap\n\n| # | File |\n|-|-|\n| 1 | [Linear regression](./01-linear.md) |\n"
    assert [one.title for one in find(text).topics] == ["Linear regression"]


def test_authors_are_no_material(find):
    found = find(
        "# Roadmap\n\n| Topic | Author | Link |\n|-|-|-|\n"
        "| Joins | [Jane](https://jane.org) | [Course A](https://a.org) |\n"
    )
    assert [(one.url, one.reason) for one in found.left_out] == [
        ("https://jane.org", "names a person, not material")
    ]


def test_free_in_the_header_makes_certificates_free(find):
    (topic,) = find(
        "# Roadmap\n\n| Topic | Free certifications |\n|-|-|\n| Joins | Badge A, Badge B (paid) |\n"
    ).topics
    assert topic.certifications == [("Badge A", "free"), ("Badge B (paid)", "free")]


def test_a_comparison_without_known_columns_or_links_gives_nothing(find):
    found = find(
        "# Roadmap\n\n| Data science | Data engineering |\n|-|-|\n"
        "| asks questions | builds pipes |\n"
    )
    assert found.topics == []
