"""Read bytes of every kind, and folders of files."""

import pytest

from knowledge import UsageError
from knowledge.importing.source import decode, read_sources

TEXT = "Ação ⭐⭐ 机器学习 – “नमस्ते”"


@pytest.mark.parametrize("encoding", ["mac_roman", "latin-1", "cp1252"])
def test_utf8_read_in_another_encoding_is_mended(encoding):
    text = TEXT if encoding != "cp1252" else "Ação – “olá” é"
    try:
        damaged = text.encode("utf-8").decode(encoding)
    except UnicodeDecodeError:
        damaged = "Ação é".encode().decode(encoding)
        text = "Ação é"
    assert decode(f"plain\n{damaged}\n".encode(), "x") == f"plain\n{text}\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "utf-8"),
        (TEXT, "utf-8-sig"),
        (TEXT, "utf-16"),
        ("Programación “fácil” é", "cp1252"),
        ("第一阶段：数学基础，机器学习与深度学习", "gb18030"),
    ],
)
def test_common_encodings_are_recognised(text, encoding):
    assert decode(text.encode(encoding), "x") == text


def test_good_text_is_left_alone():
    for text in ("naïve façade", "Größe ≥ 5 × 3", "«guillemets» – dash", "Ｆｕｌｌ　ｗｉｄｔｈ"):
        assert decode(text.encode(), "x") == text


def test_lines_stay_where_they_are_and_control_characters_go():
    assert decode(b"a\r\nb\rc\x07\x0b\nd", "x") == "a\nb\nc\nd"
    assert decode("a\u2028b".encode(), "x") == "a b"


def test_binary_files_are_refused_by_name():
    with pytest.raises(UsageError, match=r"photo\.png is not a text document"):
        decode(b"\x89PNG\x00", "photo.png")


def test_a_folder_gives_its_documents_the_readme_first(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.md", "README.md", "b/learn-sql@x1.md", "LICENSE.md", ".git/x.md", "code.py"):
        (tmp_path / name).write_text("# x")
    sources, passed_over = read_sources([tmp_path])
    assert [source.name for source in sources] == ["README.md", "z.md", "b/learn-sql@x1.md"]
    assert [source.called for source in sources] == [
        tmp_path.name.replace("_", " "),
        "z",
        "learn sql",
    ]
    assert passed_over == ["LICENSE.md"]


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(UsageError, match="There is no Markdown file in"):
        read_sources([tmp_path])
