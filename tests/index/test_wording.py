from index.wording import (
    join_words,
    resource_sentence,
    role_text,
    topic_search_text,
    topic_text,
    unwrapped,
    verdict_text,
)
from knowledge.models import Draft


def test_the_overview_says_everything_in_sentences(tiny_base):
    assert topic_text(tiny_base.topics["nlp"], "overview", tiny_base) == (
        "Natural language processing, also called NLP or language processing.\n"
        "Natural language processing is making programs read and write language. "
        "Today it rests on trained networks.\n"
        "You can sort a thousand messages by what they ask. Chat assistants grow from it.\n"
        "Difficulty 4 of 5.\n"
        "Allow 30 to 60 hours, 45 in the middle. "
        "Basis of the hours: Our estimate: the course in 40 h with exercises.\n"
        "After it: You can split a text into tokens and count them. "
        "You can fine-tune a small model on labelled sentences. You can measure where it fails.\n"
        "In learning order it covers Tokens, n-gram models, Word embeddings, Attention "
        "and Fine-tuning.\n"
        "Common mistakes: Judging by three sentences misleads, so label a hundred first. "
        "Cleaning away punctuation can hurt, so compare with and without."
    )


def test_prerequisites_come_with_strength_and_reason(tiny_base):
    assert topic_text(tiny_base.topics["nlp"], "prerequisites", tiny_base) == (
        "Prerequisites of Natural language processing.\n"
        "Deep learning is required: Language models are deep networks."
    )
    helpful = topic_text(tiny_base.topics["descriptive-statistics"], "prerequisites", tiny_base)
    assert "None is required; these help." in helpful
    assert "Python basics is helpful, not required: Larger examples" in helpful


def test_a_topic_without_prerequisites_says_so(tiny_base):
    text = topic_text(tiny_base.topics["python-basics"], "prerequisites", tiny_base)
    assert text.endswith("It has no prerequisites; you can start with it.")


def test_a_resource_is_told_in_words(tiny_base):
    assert resource_sentence(tiny_base.resources["table-course"], tiny_base) == (
        "Tables in an afternoon by Notebook House: course (text and interactive), free, beginner, "
        "4 hours, a free certificate, listed in a list of free courses of 2026-10."
    )


def test_moved_retired_and_unknown_resources_say_what_became_of_them(tiny_base):
    def told(name: str) -> str:
        return resource_sentence(tiny_base.resources[name], tiny_base)

    assert told("old-learning-course").endswith(
        "moved to Machines that learn (https://university.test/learning)."
    )
    assert told("old-language-course").endswith("no certificate, retired.")
    assert told("language-site").endswith("of 2026-10, not known to be available today.")


def test_a_resource_that_was_opened_says_when(tiny_base):
    resource = tiny_base.resources["table-course"]
    seen = resource.seen.model_copy(update={"how": "opened"})
    opened = resource.model_copy(update={"seen": seen})
    assert resource_sentence(opened, tiny_base).endswith("opened in 2026-10.")


def test_projects_say_when_they_are_done(tiny_base):
    assert topic_text(tiny_base.topics["nlp"], "projects", tiny_base) == (
        "Projects for Natural language processing.\n"
        "Sort messages. Sort a thousand public messages into five kinds. "
        "Hand in: A notebook with a confusion matrix. "
        "Done when: The model beats the most frequent kind by 20 points. Allow 8 hours."
    )


def test_certifications_say_what_they_cost(tiny_base):
    assert topic_text(tiny_base.topics["nlp"], "certifications", tiny_base) == (
        "Certifications for Natural language processing.\n"
        "Language examination (discontinued): The examination was withdrawn in 2025."
    )


def test_a_verdict_holds_questions_verdict_and_exceptions(tiny_base):
    assert verdict_text(tiny_base.guides["need-statistics"]) == (
        "Do I need statistics?\n"
        "Do I need statistics for machine learning? How much statistics do I need?\n"
        "Yes, but a few chapters are enough to begin.\n"
        "Research asks for far more."
    )


def test_a_role_names_its_topics_heaviest_first(tiny_base):
    text = role_text(tiny_base.roles["analyst"], tiny_base)
    assert "Required topics, most important first: pandas and Descriptive statistics." in text
    assert "Optional topics, most important first:" in text


def test_the_search_text_begins_with_the_names(tiny_base):
    topic = tiny_base.topics["nlp"]
    text = topic_text(topic, "projects", tiny_base)
    assert topic_search_text(topic, "projects", text).startswith(
        "projects and practice for Natural language processing, NLP, language processing. "
        "Sort messages."
    )


def test_names_with_commas_are_parted_by_semicolons():
    assert join_words(["a", "b", "c"]) == "a, b and c"
    assert (
        join_words(["BI tools, dashboards", "SQL", "dbt"]) == "BI tools, dashboards; SQL; and dbt"
    )


def test_paragraphs_lose_their_line_breaks_and_lists_keep_them():
    assert unwrapped("one\ntwo\n\nthree\n- four") == "one two\n\nthree\n- four"


def test_what_an_imported_record_does_not_state_is_not_claimed(tiny_base):
    draft = Draft(source="roadmap.md", missing=("difficulty", "hours"))
    topic = tiny_base.topics["nlp"].model_copy(update={"draft": draft})
    text = topic_text(topic, "overview", tiny_base)
    assert "Difficulty" not in text
    assert "Allow" not in text
    draft = Draft(source="roadmap.md", missing=("formats", "cost", "level", "certificate"))
    resource = tiny_base.resources["table-docs"].model_copy(update={"draft": draft})
    assert resource_sentence(resource, tiny_base) == (
        "Ten minutes of tables by Table Project: documentation, "
        "listed in a list of free courses of 2026-10."
    )
