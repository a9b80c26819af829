"""Clean titles, and name links that say nothing themselves."""

import pytest

from knowledge.importing.inline import InlineReader
from knowledge.importing.titles import (
    clean_title,
    is_generic,
    link_words,
    marked_type,
    resource_title,
    split_list_in_brackets,
    split_names,
    topic_title,
    without_period,
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("📌 1. Python:", "Python"),
        ("1️⃣ Learn SQL", "Learn SQL"),
        ("2.3 Optimisation", "Optimisation"),
        ("1 Deep Learning History", "Deep Learning History"),
        ("5 Days of Deep Learning", "5 Days of Deep Learning"),
        ("3D vision", "3D vision"),
        ("100 Days of ML", "100 Days of ML"),
        ("一、数学基础", "数学基础"),
        ("C++ & C#", "C++ & C#"),
        ("विषय सूची", "विषय सूची"),
        ("🚀🚀", ""),
    ],
)
def test_a_title_loses_decoration_and_numbers_only(text, title):
    assert clean_title(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Week 3-4: Trees", "Trees"),
        ("Fase 1: Programação (2 meses)", "Programação"),
        ("第一阶段：数学基础", "数学基础"),
        ("चरण 2: सांख्यिकी", "सांख्यिकी"),
        ("Advanced NLP (Day 6 - Last Video)", "Advanced NLP"),
        ("Week 1 (Beginner Python) - [May 19, 2025 - May 25, 2025]:", "Beginner Python"),
        ("支持向量机(SVM) | 第12天", "支持向量机(SVM)"),
        ("Month 3 (Deep Learning)", "Deep Learning"),
        ("Week 3", "Week 3"),
    ],
)
def test_a_topic_loses_its_period(text, title):
    assert topic_title(text) == title


def test_a_period_alone_leaves_nothing():
    assert without_period("Week 3-4") == ("", True)
    assert without_period("Stepwise regression") == ("Stepwise regression", False)


def test_a_list_in_brackets_is_split_off_and_an_acronym_is_not():
    assert split_list_in_brackets("Deployment (Flask, FastAPI)") == (
        "Deployment",
        ["Flask", "FastAPI"],
    )
    assert split_list_in_brackets("Language processing (NLP)") == ("Language processing (NLP)", [])


def test_enumerations_lose_etc():
    assert split_names("PCA, t-SNE and UMAP, etc.") == ["PCA", "t-SNE", "UMAP"]


@pytest.mark.parametrize(
    "text", ["here", "Link", "[pdf]", "视频", "aqui", "Part 2", "on YouTube", "https://a.org", ""]
)
def test_words_that_name_nothing_are_generic(text):
    assert is_generic(text)


@pytest.mark.parametrize(
    "text", ["Fast.ai", "StatQuest", "CS231n", "Learning How to Learn", "R for Data Science"]
)
def test_names_are_not_generic(text):
    assert not is_generic(text)


def titles(text, fallback=""):
    (line,) = InlineReader({}).read(text, 1)
    return [resource_title(link, line, fallback) for link in line.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[StatQuest](https://a.org) is good", ["StatQuest"]),
        ("Python playlist: [link](https://a.org)", ["Python playlist"]),
        (
            "MLflow [docs](https://a.org) [video](https://b.org)",
            ["MLflow (docs)", "MLflow (video)"],
        ),
        ("[video](https://a.org) Attention explained", ["Attention explained"]),
        (
            'He, K. "Deep residual learning." CVPR. [[pdf]](https://a.org)',
            ["Deep residual learning"],
        ),
        ("NumPy: https://numpy.org/learn/", ["NumPy"]),
        ("https://numpy.org/learn/", ["numpy.org/learn"]),
    ],
)
def test_a_resource_is_called_by_its_own_words_or_those_beside_it(text, expected):
    assert titles(text) == expected


def test_the_fallback_names_what_has_no_words_around_it():
    assert titles("[Kaggle](https://a.org)", "Pandas") == ["Pandas (Kaggle)"]


def test_marks_such_as_video_give_a_type_and_not_a_title():
    (line,) = InlineReader({}).read("[@video@Trees explained](https://a.org)", 1)
    assert (marked_type(line.links[0]), link_words(line.links[0])) == ("video", "Trees explained")
