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


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0.2, "less than a week"), (1.0, "1 week"), (1.4, "1.5 weeks"), (5.6, "6 weeks")],
)
def test_few_weeks_are_counted_by_halves_and_more_as_whole_ones(amount, words):
    assert wording.weeks(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (2.5, "2.5 weeks"),
        (12, "about three months"),  # 12 / 4.35 = 2.8
        (52, "about a year"),
        (84, "about a year and a half"),  # 84 / 52.18 = 1.6
        (130, "about two and a half years"),  # 130 / 52.18 = 2.5
        (168, "about three years"),  # 168 / 52.18 = 3.2
        (6000, "longer than anybody plans"),
    ],
)
def test_long_times_are_told_in_months_and_years(amount, words):
    assert wording.span(amount) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (dt.date(2027, 1, 15), "the middle of January"),
        (dt.date(2027, 5, 31), "the end of May"),
        (dt.date(2028, 6, 3), "early June 2028"),
    ],
)
def test_a_month_has_its_year_only_where_it_is_far_away(date, words):
    assert wording.part_of_month(date, dt.date(2026, 11, 22)) == words


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The totals match.", "the totals match."),
        ("Starting big hides mistakes.", "starting big hides mistakes."),
        ("Newton needs five steps.", "Newton needs five steps."),
        ("BM25 wins.", "BM25 wins."),
        ("", ""),
    ],
)
def test_a_sentence_that_begins_with_a_name_keeps_its_capital(text, inside):
    assert wording.within(text) == inside


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
        ("kaggle-competitor", "become a Kaggle competitor"),
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
