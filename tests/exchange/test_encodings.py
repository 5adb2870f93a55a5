"""Letters are read as they were written, or the writer is asked."""

from collections.abc import Sequence

import pytest

from writerdesk.exchange import LeftOut, LeftOutKind, Wishes, read
from writerdesk.exchange.encodings import decode
from writerdesk.problem import Kind, Problem

WESTERN = (
    "“Où est-elle?” demanda l’été – déjà passé. Elle n’a rien répondu… Ça, c’était "
    "l’hôtel « Bellevue », à Genève. Die Mädchen hörten die Größe der Straße nicht. "
)
RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива. "
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32"),
        (WESTERN, "utf-32-le"),
        (WESTERN, "cp1252"),
        (WESTERN, "mac_roman"),
        (RUSSIAN * 3, "utf-8"),
        (RUSSIAN * 3, "cp1251"),
        (JAPANESE * 3, "utf-8"),
        (JAPANESE * 3, "shift_jis"),
        ("Plain letters only.", "ascii"),
        ("It cost £5, she said.", "cp1252"),
        ("He said “naïve café” – twice.\nAgain …", "cp1252"),
        ("He said “naïve café” – twice.\nAgain …", "mac_roman"),
        ("“I don’t,” he said.", "cp1252"),
        ("“I don’t,” he said.", "mac_roman"),
    ],
)
def test_encodings_are_told_from_the_bytes(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_slip_in_a_file_of_utf_8_is_shown_and_counted(name):
    data = (WESTERN * 3).encode() + b"caf\xe9."
    imported = read(data, name)
    assert imported.encoding == "utf-8"
    assert imported.left_out[0] == LeftOut(LeftOutKind.BAD_BYTES, 1)
    assert "caf\ufffd." in imported.documents[0].paragraphs[-1].text


def test_where_it_cannot_be_known_the_writer_is_asked_with_samples():
    data = bytes(range(0x80, 0x100)) * 2
    with pytest.raises(Problem) as caught:
        read(data, "odd.txt")
    assert caught.value.kind == Kind.ENCODING_UNKNOWN
    assert "odd.txt" in str(caught.value)
    samples = caught.value.details["samples"]
    assert isinstance(samples, Sequence)
    assert len(samples) >= 2


def test_the_writer_knows_best():
    assert read(b"\xe9", "a.txt", Wishes(encoding="cp1251")).documents[0].paragraphs[0].text == "й"


@pytest.mark.parametrize("name", ["klingon", "zlib", "rot13"])
def test_an_encoding_nobody_knows_is_a_problem(name):
    with pytest.raises(Problem) as caught:
        read(b"a", "a.txt", Wishes(encoding=name))
    assert caught.value.kind == Kind.NO_SUCH_ENCODING
