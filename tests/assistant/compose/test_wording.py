"""Records read as a person would say them."""

import datetime as dt

import pytest

from assistant.compose import wording


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("deep-learning", "deep learning"),
        ("sql", "SQL"),
        ("numpy", "NumPy"),
        ("bayesian-statistics", "Bayesian statistics"),
        ("math-foundations", "the mathematics refresher"),
        ("calculus", "calculus"),
    ],
)
def test_names_read_well_inside_a_sentence(base, topic, name):
    assert wording.name(base, topic) == name


def test_no_name_inside_a_sentence_holds_a_comma_or_colon(base):
    odd = {t: n for t, n in base.names_in_sentences.items() if "," in n or ":" in n}
    assert not odd


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_read_as_words(words, joined):
    assert wording.join(words) == joined


def test_long_lists_say_how_many_more(base):
    listed = wording.names(base, ["sql", "numpy", "pandas", "pytorch"], limit=2)
    assert listed == "SQL, NumPy and 2 more"


@pytest.mark.parametrize(
    ("amount", "words"), [(1, "1 hour"), (1.3, "1.5 hours"), (2.0, "2 hours"), (59.6, "60 hours")]
)
def test_hours_are_rounded_as_one_would_say_them(amount, words):
    assert wording.hours(amount) == words


@pytest.mark.parametrize(("amount", "words"), [(0.2, "1 week"), (1.4, "1 week"), (5.6, "6 weeks")])
def test_weeks_are_rounded_to_whole_ones(amount, words):
    assert wording.weeks(amount) == words


def test_a_stretch_of_days_names_both_years_only_where_they_differ():
    assert wording.days(dt.date(2026, 3, 1), dt.date(2026, 4, 2)) == "1 Mar – 2 Apr 2026"
    assert wording.days(dt.date(2026, 12, 1), dt.date(2027, 1, 2)) == "1 Dec 2026 – 2 Jan 2027"


@pytest.mark.parametrize(
    ("noun", "article"),
    [
        ("data analyst", "a"),
        ("analyst", "an"),
        ("ML engineer", "an"),
        ("NLP engineer", "an"),
        ("BI analyst", "a"),
    ],
)
def test_articles_follow_the_sound(noun, article):
    assert wording.article(noun) == article


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("data-analyst", "become a data analyst"),
        ("ml-engineer", "become an ML engineer"),
        ("nlp", "learn natural language processing"),
        ("ml-for-software-engineers", "get to “Machine learning for software engineers”"),
    ],
)
def test_goals_read_as_something_to_do(base, goal, words):
    assert wording.goal(base, goal) == words


def test_a_resource_is_described_with_its_link_and_kind(base):
    text = wording.described(base.resources["kaggle-pandas"])
    assert text == (
        "[Kaggle Learn: Pandas](https://www.kaggle.com/learn/pandas), "
        "a free hands-on course of about 4 hours"
    )


def test_brackets_in_titles_and_addresses_cannot_break_a_link(base):
    resource = base.resources["kaggle-pandas"].model_copy(
        update={"title": "A [b](c)", "url": "https://example.org/a_(b)"}
    )
    assert wording.link(resource) == "[A (b)(c)](https://example.org/a_%28b%29)"
