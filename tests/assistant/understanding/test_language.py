import pytest

from assistant.understanding.data import read_list
from assistant.understanding.language import detect
from assistant.understanding.text import tokenize


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What should I learn next?", "en"),
        ("¿Qué debería aprender después de pandas?", "es"),
        ("Was soll ich als nächstes lernen?", "de"),
        ("O que devo aprender agora?", "pt"),
        ("Que dois-je apprendre ensuite ?", "fr"),
        ("mujhe python aata hai, aage kya?", "hi-Latn"),
        ("मुझे Python आता है", "hi"),
        ("我会Python，接下来该学什么？", "zh"),
        ("что учить дальше", "ru"),
        ("PyTorch", "und"),
        ("👍", "und"),
        ("", "und"),
    ],
)
def test_languages_are_told_by_script_and_small_words(text, language):
    assert detect(tokenize(text), read_list("languages")) == language
