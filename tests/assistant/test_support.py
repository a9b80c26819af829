"""Check the measure of support: what is true passes, planted lies do not."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from assistant.person import person_facts
from assistant.profile import Profile
from assistant.statements import split_statements
from assistant.support import SupportMeasure

TODAY = dt.date(2026, 11, 22)
COURSE = "[Tables in an afternoon](https://notebooks.test/tables)"
BOOTCAMP = "[Snake bootcamp](https://school.test/snake)"


@pytest.fixture
def judge(tiny_base, tiny_chunks, make_answer):
    measure = SupportMeasure(tiny_base, tiny_chunks)

    def verdict(text: str, *cited: str, **fields):
        answer = make_answer(text, *cited, **fields)
        [statement] = split_statements(text)
        return measure.judge(statement, cited, person_facts(answer, tiny_base))

    return verdict


@pytest.mark.parametrize(
    ("text", "chunk"),
    [
        (
            "pandas is a library for tables that reads, filters and joins them [1].",
            "pandas#overview",
        ),
        ("Allow 10 to 20 hours for pandas; its difficulty is 2 of 5 [1].", "pandas#overview"),
        (f"Start with {COURSE}, a free hands-on course of 4 hours [1].", "pandas#resources"),
        (
            "Before NLP comes deep learning, because language models are deep networks [1].",
            "nlp#prerequisites",
        ),
        (
            "Training for days before checking ten examples is a waste of time [1].",
            "deep-learning#overview",
        ),
        ("The examination for it was withdrawn in 2025 [1].", "nlp#certifications"),
        (
            f"{BOOTCAMP} is a paid video course, and so is its certificate [1].",
            "python-basics#resources",
        ),
    ],
)
def test_true_statement_is_supported(judge, text, chunk):
    verdict = judge(text, f"topic:{chunk}")
    assert verdict.claims
    assert verdict.supported, str(verdict)


@pytest.mark.parametrize(
    ("lie", "chunk", "lacks"),
    [
        ("Allow 10 to 25 hours for pandas [1].", "pandas#overview", "lacks 25"),
        ("Its difficulty is 3 of 5 [1].", "pandas#overview", "lacks 3"),
        ("Deep learning takes 15 hours [1].", "pandas#overview", "deep learn"),
        (
            "Python basics is easy, and deep learning builds on it [1].",
            "pandas#overview",
            "deep learn",
        ),
        ("Andrew Ng teaches such tables in Python [1].", "pandas#overview", "lacks Ng"),
        ("Every model begins with such a table, says Coursera [1].", "pandas#overview", "Coursera"),
        ("PyTorch reads, filters and joins tables [1].", "pandas#overview", "lacks PyTorch"),
        (f"Begin with {BOOTCAMP} [1].", "pandas#resources", "school.test"),
        (
            f"Begin with {BOOTCAMP}, a free video course [1].",
            "python-basics#resources",
            "lacks free",
        ),
        (
            "Begin with [Stanford tables](https://notebooks.test/tables) [1].",
            "pandas#resources",
            "notebooks",
        ),
        ("Begin with [Tables](https://evil.test/tables) [1].", "pandas#resources", "evil.test"),
        ("You need a graphics card and a second monitor for it [1].", "pandas#overview", "0%"),
        ("Employers prefer it to a university degree everywhere [1].", "pandas#overview", "0%"),
        ("pandas gives a paid certificate [1].", "pandas#overview", "paid"),
    ],
)
def test_planted_lie_is_found(judge, lie, chunk, lacks):
    verdict = judge(lie, f"topic:{chunk}")
    assert not verdict.supported
    assert lacks in str(verdict)


def test_hours_of_one_topic_are_not_those_of_another(judge):
    # The overview of pandas speaks of Python, and its 15 hours are not Python's.
    verdict = judge(
        "Python basics takes about 15 hours [1].", "topic:pandas#overview", topics=("nlp",)
    )
    assert verdict.numbers == (15,)


@pytest.mark.parametrize(
    "text", ["Where would you like to get to?", "Then go on, one step at a time.", "Well done!"]
)
def test_talk_about_the_conversation_claims_nothing(judge, text):
    assert not judge(text).claims


def test_person_needs_no_source_for_what_they_said(judge):
    profile = Profile(start=TODAY, known=("pandas",), hours_per_week=6)
    assert judge("You know pandas and have 6 hours a week.", profile=profile).supported


def test_claim_without_source_is_not_supported_by_naming_what_the_person_knows(judge):
    profile = Profile(start=TODAY, known=("pandas",))
    assert not judge("pandas reads, filters and joins tables.", profile=profile).supported


def test_two_chunks_may_support_a_statement_together(judge):
    text = "pandas reads and joins tables, and deep learning trains networks of many layers [1][2]."
    chunks = ("topic:pandas#overview", "topic:deep-learning#overview")
    assert judge(text, *chunks).supported
    assert not judge(text, chunks[0]).supported


def test_count_of_names_left_out_is_no_figure(judge):
    verdict = judge("It covers joins, grouping and 17 more [1].", "topic:pandas#overview")
    assert verdict.supported


def test_unknown_chunk_supports_nothing(judge, tiny_base, tiny_chunks, make_answer):
    measure = SupportMeasure(tiny_base, tiny_chunks)
    [statement] = split_statements("pandas reads tables [1].")
    facts = person_facts(make_answer(""), tiny_base)
    assert not measure.judge(statement, ["topic:gone#overview"], facts).supported


def test_a_name_of_signs_alone_is_no_name(tiny_base, tiny_chunks):
    topic = tiny_base.topics["nlp"].model_copy(update={"aliases": ("…", "🚀")})
    base = dataclasses.replace(tiny_base, topics={**tiny_base.topics, "nlp": topic})
    mentions = SupportMeasure(base, tiny_chunks).mentions("… leads to 🚀")
    assert mentions == []
