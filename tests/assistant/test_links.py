"""Check that no link outside the knowledge base gets through."""

from __future__ import annotations

import pytest

from assistant.links import KnownLinks


@pytest.fixture
def links(tiny_base):
    return KnownLinks(tiny_base)


@pytest.mark.parametrize(
    "link",
    [
        "[a site](https://evil.test)",
        "[a site](javascript:alert(1))",
        "[a site]( <https://evil.test> 'title' )",
        "![a site](//evil.test/spy.png)",
        "[a site](https://notebooks.test/tables/)",
        "[a site](https://notebooks.test/tables?x=1)",
    ],
)
def test_link_outside_the_knowledge_base_leaves_its_words(links, link):
    text, invented = links.clean(f"See {link} first.")
    assert "](" not in text
    assert "a site" in text
    assert len(invented) == 1


@pytest.mark.parametrize("address", ["https://evil.test/x", "www.evil.test", "<http://evil.test>"])
def test_bare_address_outside_the_knowledge_base_goes(links, address):
    text, invented = links.clean(f"See {address}, first.")
    assert "evil" not in text
    assert len(invented) == 1


def test_bare_address_of_a_resource_stays(links):
    text = "See https://notebooks.test/tables, first."
    assert links.clean(text) == (text, [])


def test_retired_resource_may_be_named_as_such_and_not_recommended(links):
    link = "[Language before networks](https://closed.test/language)"
    assert links.clean(f"{link} is retired.")[1] == []
    text, invented = links.clean(f"That is retired. Take {link}.")
    assert text == "That is retired. Take Language before networks."
    assert invented == ["https://closed.test/language"]
