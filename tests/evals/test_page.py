import re
from html.parser import HTMLParser

from evals.comparing import compare
from evals.page import render_page
from evals.report import Figure

VOID = {"meta"}


class Balance(HTMLParser):
    """Count what is opened and closed."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def page(make_report, make_result):
    hostile = make_result(
        "bad", passed=False, turns=("<script>alert(1)</script>",), wrong={"order": ("<b>",)}
    )
    half = Figure(value=0.5, low=0.25, high=0.75, n=4)
    report = make_report(
        make_result(),
        hostile,
        retrieval={"bm25": {"hit@1": half}},
        confusion={"next": {"plan": 2}},
        by_area={"nlp": {"passed": half}},
    )
    return render_page(report, compare(report, make_report(make_result("bad"))))


def test_the_page_loads_nothing_from_elsewhere(make_report, make_result):
    text = page(make_report, make_result)
    assert not re.search(r"(src|href)=|url\(|@import|https?://", text)


def test_what_people_typed_stays_text(make_report, make_result):
    text = page(make_report, make_result)
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_every_tag_is_closed_and_every_part_is_there(make_report, make_result):
    text = page(make_report, make_result)
    balance = Balance()
    balance.feed(text)
    assert balance.open == []
    for part in ("By category", "Worst answers", "Retrieval", "flipped", "<svg", "Intents"):
        assert part.lower() in text.lower()
