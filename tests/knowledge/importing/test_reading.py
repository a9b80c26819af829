"""Find what documents call themselves, and settle what one block alone does not tell."""

from knowledge.importing.reading import read_documents
from knowledge.importing.source import Source


def titles(found):
    return [one.title for one in found.topics]


def test_the_first_heading_names_the_document_and_not_a_topic(find):
    found = find(
        "# Statistics\n\n## Sampling\n- [a b](https://a.org)\n\n## Testing\n"
        "- [c d](https://c.org)\n"
    )
    assert titles(found) == ["Sampling", "Testing"]
    assert found.titles == {"roadmap.md": "Statistics"}


def test_in_a_folder_a_files_first_heading_is_its_topic(known):
    sources = [
        Source(f"{name}.md", f"# {name}\n\n## Resources\n- [x y](https://{name}.org)\n", name)
        for name in ("Sampling", "Testing")
    ]
    found = read_documents(sources, known.is_name, known.is_field_word)
    assert titles(found) == ["Sampling", "Testing"]


def test_all_first_level_headings_are_topics(find):
    assert titles(find("# SQL\n- [a b](https://a.org)\n# Git\n- [c d](https://c.org)\n")) == [
        "SQL",
        "Git",
    ]


def test_a_heading_above_prose_only_is_dropped_and_reported(find):
    prose = "word " * 20
    found = find(
        f"# Roadmap\n\n## The internet is your oyster\n{prose}\n\n## Regression\n{prose}\n"
    )
    assert titles(found) == ["Regression"]
    assert [(one.line, one.text) for one in found.left_out] == [(3, "The internet is your oyster")]


def test_a_list_of_known_names_is_one_of_topics(find):
    links = "".join(
        f"- [{name}](https://{n}.org)\n"
        for n, name in enumerate(("Linear algebra", "Probability", "Deep learning", "Other things"))
    )
    found = find(f"# Roadmap\n\n## Building blocks\n{links}")
    assert titles(found) == ["Building blocks", "Linear algebra", "Probability", "Deep learning"]
    assert [one.title for one in found.topics[0].resources] == ["Other things"]


def test_addresses_in_code_and_comments_are_reported(find):
    found = find(
        "# Roadmap\n\n## SQL\n- [a b](https://a.org)\n\n```\n"
        "curl https://in-code.org/x\n```\n<!-- https://hidden.org -->\n"
    )
    assert [(one.line, one.url) for one in found.left_out] == [
        (7, "https://in-code.org/x"),
        (9, "https://hidden.org"),
    ]


def test_the_same_link_twice_is_one_resource_of_both_topics(find):
    found = find(
        "# Roadmap\n\n## SQL\n- [a b](http://www.a.org/)\n\n## Git\n- [c d](https://a.org)\n"
    )
    assert len(found.resources) == 1
    assert found.topics[0].resources == found.topics[1].resources
