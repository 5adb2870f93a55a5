"""Words are cut into the longest pieces a model knows."""

import json

import pytest

from writerdesk.compare.wordpiece import WordPiece, pieces_in

PIECES = {
    piece: number
    for number, piece in enumerate(
        ["[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "cafe", ",", "rain", "##ed", "雨"]
    )
}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Unaffable, rained", "un ##aff ##able , rain ##ed"),
        ("Café", "cafe"),
        ("rainbow", "[UNK]"),
        ("雨雨", "雨 雨"),
        ("rain" * 40, "[UNK]"),
        ("", ""),
    ],
)
def test_a_word_is_cut_from_its_front(text, pieces):
    expected = [PIECES[piece] for piece in ["[CLS]", *pieces.split(), "[SEP]"]]
    assert WordPiece(PIECES, is_small=True).encode(text, 128) == expected


def test_what_is_too_long_keeps_its_end():
    assert WordPiece(PIECES, is_small=True).encode("rain rain rain rain", 4) == [1, 8, 8, 2]


def test_pieces_come_from_either_list(tmp_path):
    (tmp_path / "tokenizer.json").write_text(json.dumps({"model": {"vocab": PIECES}}), "utf-8")
    assert pieces_in(tmp_path).pieces == PIECES
    (tmp_path / "vocab.txt").write_text("[UNK]\nRain", "utf-8")
    assert pieces_in(tmp_path) == WordPiece({"[UNK]": 0, "Rain": 1}, is_small=False)
    (tmp_path / "vocab.txt").write_text("Rain", "utf-8")
    with pytest.raises(ValueError, match="does not know"):
        pieces_in(tmp_path)
