"""Resolve prerequisites without ever closing a circle."""


def edges(report_out):
    from knowledge import load_knowledge

    return {
        topic.id: [(edge.topic, edge.strength) for edge in topic.prerequisites]
        for topic in load_knowledge(report_out).topics.values()
    }


def table(*rows):
    lines = "\n".join(
        f"| {name} | {needs} | [{name} course one](https://{n}.org) |"
        for n, (name, needs) in enumerate(rows)
    )
    return f"# Roadmap\n\n| Topic | Prerequisites | Links |\n|-|-|-|\n{lines}\n"


def test_own_topics_come_before_ours(import_text, tmp_path):
    import_text(table(("Zebra models", "none"), ("Giraffe models", "zebra models, SQL")))
    assert edges(tmp_path / "out")["giraffe-models"] == [
        ("zebra-models", "required"),
        ("sql", "required"),
    ]


def test_a_circle_is_left_open_and_reported(import_text, tmp_path):
    report = import_text(
        table(("Zebra models", "Giraffe models"), ("Giraffe models", "Zebra models"))
    )
    found = edges(tmp_path / "out")
    assert (found["zebra-models"], found["giraffe-models"]) == (
        [("giraffe-models", "required")],
        [],
    )
    assert [one.reason for one in report.left_out] == [
        "a prerequisite that would close a circle with zebra-models"
    ]


def test_unknown_prerequisites_are_reported_with_their_line(import_text):
    report = import_text(table(("Zebra models", "Astrology")))
    assert [(one.line, one.text) for one in report.left_out] == [(5, "Astrology")]
    assert not any(link.is_dependency for link in report.links)


def test_numbered_topics_help_the_next_one(import_text, tmp_path):
    import_text(
        "# Roadmap\n\n## 1. Zebra models\n- [a b](https://a.org)\n\n"
        "## 2. Giraffe models\n- [c d](https://c.org)\n\n## Lions\n"
        "- [e f](https://e.org)\n"
    )
    found = edges(tmp_path / "out")
    assert found == {
        "zebra-models": [],
        "giraffe-models": [("zebra-models", "helpful")],
        "lions": [],
    }
