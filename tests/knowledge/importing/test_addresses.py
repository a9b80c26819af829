"""Judge addresses by their own look alone."""

import pytest

from knowledge.importing.addresses import host_facts, judge_address, normalise_address


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "no address"),
        ("#", "a placeholder"),
        ("#python", "a place in this document"),
        ("javascript:alert(1)", "of the kind javascript:"),
        ("data:text/html,x", "of the kind data:"),
        ("mailto:a@b.org", "of the kind mailto:"),
        ("https://img.shields.io/badge/a-b-red", "a badge"),
        ("https://a.org/cover.PNG", "an image"),
        ("https://discord.gg/abc", "a chat invitation"),
        ("https://x.com/someone", "a social network's page"),
        ("https://www.linkedin.com/in/someone", "a social network's page"),
        ("https://www.patreon.com/someone", "asks for support or money"),
        ("https://github.com/someone", "profile"),
        ("https://github.com/a/b/stargazers", "a page about a repository"),
        ("https://github.com/a/b/blob/main/LICENSE", "a page about a repository"),
        ("README-pt-BR.md", "a translation"),
        ("notes/a.md", "--base-url"),
        ("http://[broken", "not a valid web address"),
        ("https://example.com/x", "a placeholder"),
    ],
)
def test_what_is_no_material_is_left_out_with_the_reason(url, reason):
    assert reason in judge_address(url, "A title", None).reason


@pytest.mark.parametrize(
    "url",
    [
        "https://course.fast.ai/",
        "https://www.linkedin.com/learning/python",
        "https://github.com/a/b",
        "https://github.com/a/b/blob/main/notes.md",
        "https://github.com/features/actions",
        "http://web.stanford.edu/class/cs224n/",
    ],
)
def test_material_is_kept_letter_for_letter(url):
    assert judge_address(url, "A title", None) == (url, "")


def test_words_that_promote_the_author_are_left_out():
    assert "promotes" in judge_address("https://me.org/", "Visit my blog", None).reason


def test_relative_addresses_are_resolved_against_the_base():
    kept = judge_address("../a.md", "A", "https://github.com/o/r/blob/main/docs")
    assert kept == ("https://github.com/o/r/blob/main/a.md", "")
    assert "not a web address" in judge_address("a.md", "A", "/home/me").reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.a.org/x/", "https://a.org/x"),
        ("https://a.org/index.html", "https://a.org"),
        ("https://a.org/x?utm_source=y&q=1", "https://a.org/x?q=1"),
        ("https://youtu.be/abc?t=30", "https://www.youtube.com/watch?v=abc"),
        ("https://medium.com/p#.37ue6caww", "https://medium.com/p"),
    ],
)
def test_one_page_has_one_normal_address(one, other):
    assert normalise_address(one) == normalise_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.org/x#python", "https://a.org/x#r"),
        ("https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=b"),
        ("https://a.org/X", "https://a.org/x"),
    ],
)
def test_different_pages_stay_different(one, other):
    assert normalise_address(one) != normalise_address(other)


def test_hosts_tell_only_what_is_certain():
    video = host_facts("https://youtu.be/abc")
    assert (video.provider, video.type, video.cost) == ("YouTube", "video", "free")
    course = host_facts("https://www.coursera.org/learn/x")
    assert (course.type, course.cost) == ("course", None)
    assert host_facts("https://kaggle.com/learning").type is None  # not kaggle.com/learn
    unknown = host_facts("https://www.acme.org/a")
    assert (unknown.provider, unknown.type, unknown.cost) == ("acme.org", None, None)
