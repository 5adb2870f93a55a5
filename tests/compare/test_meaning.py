"""A model of meaning in a folder of the writer's: made on the spot, tiny, where its runtime is."""

import json

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


@pytest.fixture
def folder(tmp_path):
    """A folder with a model that knows two dozen words."""
    onnx = pytest.importorskip("onnx", reason="onnx, which makes the model, is not installed")
    pytest.importorskip("onnxruntime", reason="writerdesk[meaning] is not installed")
    pytest.importorskip("tokenizers", reason="writerdesk[meaning] is not installed")
    vocabulary = {"[UNK]": 0}
    rows = [np.zeros(8, np.float32)]
    for number, group in enumerate(GROUPS):
        for word in group.split():
            vocabulary[word] = len(rows)
            rows.append(np.eye(8, dtype=np.float32)[number])
    written = {
        "version": "1.0",
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
    }
    (tmp_path / "tokenizer.json").write_text(json.dumps(written), "utf-8")
    _write_model(onnx, np.stack(rows), tmp_path / "model.onnx")
    return tmp_path


def _write_model(onnx, table, path):
    """Write a network that looks each token up."""
    helper, number = onnx.helper, onnx.TensorProto
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])],
        "looks words up",
        [helper.make_tensor_value_info("input_ids", number.INT64, ["batch", "tokens"])],
        [helper.make_tensor_value_info("last_hidden_state", number.FLOAT, ["batch", "tokens", 8])],
        [onnx.numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    path.write_bytes(model.SerializeToString())


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


@pytest.mark.parametrize("broken", ["tokenizer.json", "model.onnx"])
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
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).touch()
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with pytest.raises(Problem) as raised:
        found(LEFT, RIGHT, tmp_path)
    assert "writerdesk[meaning]" in str(raised.value)


def test_a_folder_that_is_not_there_gives_a_sentence(tmp_path):
    with pytest.raises(Problem):
        meaning_in(tmp_path / "nowhere")
