"""What sentences mean, as numbers: by a model in a folder that the writer points to, if any.

The folder holds ``model.onnx`` and ``vocab.txt`` (or ``tokenizer.json``, which has the same list),
as sentence models are given away. Nothing is fetched and none is shipped; ``writerdesk[meaning]``
brings what runs it. A sentence is read by itself, so that its numbers never hang on what was read
beside it and can be kept.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from writerdesk.compare.values import Cancelled, StopAsked
from writerdesk.compare.wordpiece import WordPiece, pieces_in
from writerdesk.manuscript import sentence_spans
from writerdesk.problem import Kind, Problem

Vectors: TypeAlias = NDArray[np.float32]

_MODEL, _LISTS = "model.onnx", ("vocab.txt", "tokenizer.json")
# Sentence models are trained on so many tokens; what a sentence has beyond is left out.
_MOST_TOKENS = 128
# The numbers of so many paragraphs are kept: two novels, 20 to 30 MB.
_KEPT = 6000


class _Session(Protocol):
    def run(self, names: None, feed: Mapping[str, NDArray[np.int64]]) -> list[Vectors]: ...
    def get_inputs(self) -> Sequence[Any]: ...


class Meaning:
    """A model in memory, and what it said of the paragraphs it has read."""

    def __init__(self, session: _Session, pieces: WordPiece) -> None:
        self._session, self._pieces = session, pieces
        self._names = [str(one.name) for one in session.get_inputs()]
        self._kept: dict[str, Vectors] = {}

    def of(self, texts: Sequence[str], stop: StopAsked) -> list[Vectors]:
        """Return for each paragraph a row for each of its sentences, each of length one."""
        return [self._paragraph(text, stop) for text in texts]

    def _paragraph(self, text: str, stop: StopAsked) -> Vectors:
        found = self._kept.pop(text, None)
        if found is None:
            rows = [self.sentence(text[slice(*span)], stop) for span in sentence_spans(text)]
            found = np.stack(rows) if rows else np.zeros((0, 0), np.float32)
        self._kept[text] = found
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def sentence(self, text: str, stop: StopAsked) -> Vectors:
        """Return what one sentence means."""
        if stop():
            raise Cancelled
        read = self._pieces.encode(text, _MOST_TOKENS)
        known = {
            "input_ids": read,
            "attention_mask": [1] * len(read),
            "token_type_ids": [0] * len(read),
        }
        feed = {name: np.array([known[name]], np.int64) for name in self._names}
        found = self._session.run(None, feed)[0][0]
        # Most models answer for every token, some for the sentence already.
        vector = found.mean(axis=0) if found.ndim == 2 else found
        return (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)


def meaning_in(folder: Path) -> Meaning:
    """Return the model in a folder; raises a `Problem` if there is none that can be read."""
    try:
        listed = next((folder / name for name in _LISTS if (folder / name).exists()), folder)
        stamp = (folder / _MODEL).stat().st_mtime_ns, listed.stat().st_mtime_ns
    except OSError as fault:
        raise Problem(Kind.MEANING_BROKEN, path=folder) from fault
    return _loaded(folder, stamp)


@lru_cache(maxsize=1)
def _loaded(folder: Path, _stamp: tuple[int, int]) -> Meaning:
    try:
        runtime = import_module("onnxruntime")
    except ImportError as fault:
        raise Problem(Kind.MEANING_NOT_INSTALLED) from fault
    options = runtime.SessionOptions()
    # One thread gives the same numbers every time, and leaves the others to the window.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        pieces = pieces_in(folder)
        session = runtime.InferenceSession(
            str(folder / _MODEL), options, providers=["CPUExecutionProvider"]
        )
        meaning = Meaning(session, pieces)
        meaning.sentence("It rained.", lambda: False)
    # The runtime raises bare Exceptions about files it can't make sense of.
    except Exception as fault:
        raise Problem(Kind.MEANING_BROKEN, path=folder) from fault
    return meaning
