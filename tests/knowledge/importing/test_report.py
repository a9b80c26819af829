"""Say what an import did, in words and as JSON."""

TEXT = (
    "# Roadmap\n\n## NLP\n- [Course A](https://a.org)\n"
    "- [Chat](https://discord.gg/x)\n\n## Zebra models\n"
    "- Natural language procesing\n"
)


def test_the_json_has_the_published_form(import_text):
    report = import_text(
        "# Roadmap\n\n## NLP\n- [Course A](https://a.org/)\n- [Chat](https://discord.gg/x)\n"
    )
    assert report.to_json() == {
        "topics": [{"id": "nlp", "title": "NLP", "line": 3, "resources": ["course-a"]}],
        "resources": [{"id": "course-a", "title": "Course A", "url": "https://a.org/", "line": 4}],
        "left_out": [
            {
                "line": 5,
                "text": "Chat",
                "url": "https://discord.gg/x",
                "reason": "a chat invitation",
            }
        ],
    }


def test_the_words_name_counts_reasons_and_what_to_do_next(import_text, tmp_path):
    text = str(import_text(TEXT))
    assert text.startswith(
        "Taken: 3 topics (1 of them linked to ours) and 1 resources from 1 file(s)."
    )
    assert "line 8: “Natural language procesing” is nlp (98% sure)" in text
    assert "1 x a chat invitation:\n    roadmap.md:5: Chat <https://discord.gg/x>" in text
    assert f"roadmap check {tmp_path / 'out'} --draft" in text
    assert "is up to date already" in str(import_text(TEXT))


def test_of_several_files_the_reason_names_the_one(base, tmp_path):
    from knowledge.importing import import_roadmap

    folder = tmp_path / "many"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.md").write_text(
            f"# {name} models\n- [x y](https://{name}.org)\n- [z](#)\n"
        )
    report = import_roadmap([folder], base, out=tmp_path / "out")
    reasons = [one["reason"] for one in report.to_json()["left_out"]]
    assert reasons == [
        "a placeholder, not a resource (a.md)",
        "a placeholder, not a resource (b.md)",
    ]
