"""Tell topics from words about the document."""

import pytest

from knowledge.importing.verdict import (
    Kind,
    is_list_of_contents,
    is_name,
    is_too_long,
    judge,
    starts_like_sentence,
    topic_words,
)


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (
            Kind.NOISE,
            [
                "📌 Table of Contents",
                "Contributing",
                "LICENSE",
                "Follow me",
                "Star History",
                "目录",
                "Sumário",
                "Como contribuir",
                "विषय सूची",
                "Hearty thanks to our authors",
            ],
        ),
        (
            Kind.ABOUT,
            [
                "🎯 Motivation",
                "The Goal of This Roadmap",
                "How to use this guide",
                "FAQ",
                "Tip 2: focus",
                "What is it?",
                "Motivation & Preparation",
                "简介",
                "Introducción",
                "परिचय",
                "Be creative!",
                "You get a basic understanding of data analysis, tools and techniques.",
            ],
        ),
        (
            Kind.RESOURCES,
            [
                "Resources",
                "📖 Best Books",
                "Additional Resources",
                "Video Series",
                "Free online courses",
                "参考资料",
                "实用工具",
                "Recursos",
                "संसाधन",
                "Projects",
            ],
        ),
        (
            Kind.TOPICS,
            [
                "Topics covered",
                "Syllabus",
                "What you will learn",
                "Prerequisites",
                "学习路线图",
                "Tópicos",
                "AI/ML Key Concepts",
            ],
        ),
        (Kind.GROUP, ["Week 3", "Month 1", "Beginner", "🔥 Advanced 🔥", "进阶", "Nível 2"]),
        (Kind.WHY, ["🔥 Why Learn Python?", "Por que aprender SQL", "为什么学习统计"]),
    ],
)
def test_what_is_no_topic_is_told_apart(kind, titles):
    assert {title: judge(title).kind for title in titles} == dict.fromkeys(titles, kind)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("🔹 Python", "Python"),
        ("🔹 Industrial AI Topics", "Industrial AI Topics"),
        ("6. NLP Playlist", "NLP"),
        ("MLOps Books", "MLOps"),
        ("Data Science Roadmap", "Data Science"),
        ("Roadmap to Generative AI", "Generative AI"),
        ("Books on statistics", "statistics"),
        ("Top Deep Learning Resources", "Deep Learning"),
        ("Week 1 Linear Algebra", "Linear Algebra"),
        ("Data collection", "Data collection"),
        ("Recommender Systems", "Recommender Systems"),
        ("机器学习", "机器学习"),
        ("Visualização de Dados", "Visualização de Dados"),
    ],
)
def test_topics_get_a_clean_title(text, title):
    assert judge(text) == (Kind.TOPIC, title)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("🤖 Core ML Topics:", Kind.TOPICS),
        ("🌟 Advanced Topics for Industrial AI:", Kind.TOPICS),
        ("Essential skills include:", Kind.TOPICS),
        ("📚 Best ML Courses:", Kind.RESOURCES),
        ("🔗 Top Deep Learning Resources:", Kind.RESOURCES),
        ("Supervised Learning:", Kind.TOPIC),
    ],
)
def test_a_label_above_a_list_is_judged_by_its_words(text, kind):
    assert judge(text, is_label=True).kind is kind


def test_items_read_like_names_or_like_sentences():
    assert all(map(is_name, ["Linear regression", "A/B tests", "Learn SQL", "R", "支持向量机"]))
    sentences = ["You should practise.", "Follow me on X", "See the notes", "", "12", "Have fun!"]
    assert not any(map(is_name, sentences))
    assert starts_like_sentence("is for you") and not starts_like_sentence("Island models")


def test_long_titles_are_no_names():
    assert is_too_long(" ".join(["word"] * 15))
    assert not is_too_long("Encoder, decoder, attention and all that follows")


def test_the_words_of_a_topic_leave_out_those_about_material():
    assert topic_words("Top Deep Learning Resources") == {"deep"}


def test_only_lists_of_contents_end_at_the_next_heading():
    assert is_list_of_contents("Sumário") and not is_list_of_contents("Contributing")
