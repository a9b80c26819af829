"""Give records stable ids, ours where we know the thing."""


def test_known_addresses_keep_our_ids_and_facts(import_text, base):
    known = base.resources["fastai-course"]
    report = import_text(
        f"# Roadmap\n\n## Zebra models\n- [Some words]({known.url.replace('https', 'http')})\n"
    )
    assert [one.id for one in report.resources] == ["fastai-course"]


def test_an_own_title_that_equals_one_of_our_ids_gets_another(import_text, base):
    report = import_text("# Roadmap\n\n## Zebra models\n- [fastbook](https://elsewhere.org/x)\n")
    (resource,) = report.resources
    assert resource.id.startswith("fastbook-") and resource.id not in base.resources


def test_equal_titles_below_different_topics_get_different_ids(import_text):
    text = (
        "# Roadmap\n\n## Zebra models\n### Setting up\n- [a b](https://a.org)\n"
        "\n## Lions\n### Setting up\n- [c d](https://c.org)\n"
    )
    assert [one.id for one in import_text(text).topics] == [
        "zebra-models",
        "setting-up",
        "lions",
        "lions-setting-up",
    ]


def test_two_names_of_one_of_our_topics_are_two_rows_with_one_id(import_text):
    report = import_text(
        "# Roadmap\n\n## NLP\n- [a b](https://a.org)\n\n"
        "## Natural Language Processing\n- [c d](https://c.org)\n"
    )
    assert [(one.title, one.id) for one in report.topics] == [
        ("NLP", "nlp"),
        ("Natural Language Processing", "nlp"),
    ]


def test_addresses_that_the_schema_refuses_are_reported(import_text):
    report = import_text("# Roadmap\n\n## Zebra models\n- [bad port](https://a.org:999999/x)\n")
    assert report.resources == ()
    assert [one.reason for one in report.left_out] == ["not a valid web address"]
