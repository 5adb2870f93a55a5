"""A model of meaning in a folder of the writer's: made on the spot, tiny, where its runtime is."""

import numpy as np
import pytest

from writerdesk.compare import Cancelled, Settings, compare, to_json
from writerdesk.compare.meaning import meaning_in
from writerdesk.compare.tellings import links
from writerdesk.compare.values import never
from writerdesk.manuscript import Document
from writerdesk.problem import Kind, Problem

# Words of one group mean the same to the model.
GROUPS = ("skiff dinghy boat", "storm gale", "baker oven", "violin fiddle", "fox vixen", "snow ice")
LEFT = ("Skiff storm skiff.", "Baker.", "Violin, violin.", "Fox. Snow.")
RIGHT = ("Dinghy gale.", "Oven oven.", "Fiddle.", "Vixen. Ice. Vixen.")
WIDTH, FLOAT, INT64 = 8, 1, 7


@pytest.fixture
def folder(tmp_path):
    """A folder with a model that knows two dozen words."""
    pytest.importorskip("onnxruntime", reason="writerdesk[meaning] is not installed")
    words = ["[UNK]", *(word for group in GROUPS for word in group.split())]
    table = np.zeros((len(words), WIDTH), np.float32)
    for number, group in enumerate(GROUPS):
        for word in group.split():
            table[words.index(word), number] = 1
    (tmp_path / "vocab.txt").write_text("\n".join(words), "utf-8")
    (tmp_path / "model.onnx").write_bytes(looks_words_up(table))
    return tmp_path


def looks_words_up(table):
    """Return a network that looks each token up in a table, as the format writes it down."""
    weights = number(1, table.shape[0]) + number(1, table.shape[1]) + number(2, FLOAT)
    weights += piece(8, b"table") + piece(9, table.tobytes())
    looks_up = (
        piece(1, b"table") + piece(1, b"input_ids") + piece(2, b"found") + piece(4, b"Gather")
    )
    graph = piece(1, looks_up) + piece(2, b"looks words up") + piece(5, weights)
    graph += piece(11, port(b"input_ids", INT64, b"batch", b"tokens"))
    graph += piece(12, port(b"found", FLOAT, b"batch", b"tokens", WIDTH))
    return number(1, 8) + piece(7, graph) + piece(8, piece(1, b"") + number(2, 13))


def port(name, kind, *sizes):
    shape = b"".join(
        piece(1, number(1, size) if isinstance(size, int) else piece(2, size)) for size in sizes
    )
    return piece(1, name) + piece(2, piece(1, number(1, kind) + piece(2, shape)))


def piece(field, written):
    return bytes([field << 3 | 2]) + whole(len(written)) + written


def number(field, value):
    return bytes([field << 3]) + whole(value)


def whole(value):
    """Write a number in sevens of bits, the lowest first."""
    written = bytearray()
    while value > 127:
        written.append(value & 127 | 128)
        value >>= 7
    return bytes([*written, value])


def found(left, right, meaning, cancelled=never):
    texts = Document.from_paragraphs(left), Document.from_paragraphs(right)
    said = links(*texts, settings=Settings(meaning=meaning), pins=(), cancelled=cancelled)
    return {(link.left.counter, link.right.counter): link.confidence for link in said.links}


def test_passages_without_a_word_in_common_are_tied_by_what_they_mean(folder):
    without, with_it = found(LEFT, RIGHT, None), found(LEFT, RIGHT, folder)
    for n in range(4):
        assert with_it.get((n, n), 0) > without.get((n, n), 0)


def test_swapping_the_drafts_mirrors_what_they_mean(folder):
    back = {(j, i): sure for (i, j), sure in found(RIGHT, LEFT, folder).items()}
    assert found(LEFT, RIGHT, folder) == back


def test_a_whole_comparison_goes_by_meaning_twice_alike(folder):
    texts = Document.from_paragraphs(LEFT), Document.from_paragraphs(RIGHT)
    once, again = (compare(*texts, settings=Settings(meaning=folder)) for _ in range(2))
    assert to_json(once) == to_json(again)


def test_a_paragraph_is_read_once_as_long_as_it_stays_the_same(folder):
    meaning = meaning_in(folder)
    once = meaning.of(LEFT, never)
    assert all(one is other for one, other in zip(once, meaning.of(LEFT, never), strict=True))
    assert meaning_in(folder) is meaning
    assert meaning.of(["Fox. Gale storm.", ""], never)[0].shape == (2, 8)


def test_reading_stops_when_it_is_asked_to(folder):
    asked = iter([False] * 3 + [True] * 100)
    with pytest.raises(Cancelled):
        meaning_in(folder).of(
            ["A new one. Another. And one. And more. More yet."], lambda: next(asked)
        )


@pytest.mark.parametrize("broken", ["vocab.txt", "model.onnx"])
@pytest.mark.parametrize("how", ["missing", "empty", "nonsense"])
def test_a_broken_folder_gives_a_sentence(folder, broken, how):
    if how == "missing":
        (folder / broken).unlink()
    else:
        (folder / broken).write_bytes(b"" if how == "empty" else b"{]nonsense")
    with pytest.raises(Problem) as raised:
        found(LEFT, RIGHT, folder)
    assert raised.value.kind is Kind.MEANING_BROKEN
    assert f"“{folder.name}” holds no model of meaning" in str(raised.value)


def test_without_a_runtime_a_folder_gives_a_sentence(tmp_path, monkeypatch):
    for name in ("model.onnx", "vocab.txt"):
        (tmp_path / name).touch()
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with pytest.raises(Problem) as raised:
        found(LEFT, RIGHT, tmp_path)
    assert "writerdesk[meaning]" in str(raised.value)


def test_a_folder_that_is_not_there_gives_a_sentence(tmp_path):
    with pytest.raises(Problem):
        meaning_in(tmp_path / "nowhere")
