"""How fast Word files go out and come in, in seconds of CPU."""

import resource
import time
from collections.abc import Callable
from typing import TypeVar

from writerdesk.exchange import read, to_docx, to_txt
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import Document, Mark, Paragraph, count_document

_T = TypeVar("_T")
_SENTENCE = "The tide came in – slowly, as it “always” did – and took the pier with it. "


def main() -> None:
    """Measure and print."""
    for words in (100_000, 1_000_000):
        draft = _draft(words)
        out, exported = _timed(lambda draft=draft: to_docx(draft))
        text, _ = _timed(lambda draft=draft: to_txt(draft))
        print(f"{count_document(draft):,} words: docx out {out:.2f}, txt out {text:.2f}")
        if words == 100_000:
            back, _ = _timed(lambda data=exported.data: read(data, "a.docx"))
            print(f"{count_document(draft):,} words: docx in {back:.2f}")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most, the drafts themselves included: {megabytes:.0f} MB")


def _draft(words: int) -> Document:
    """Make a draft of paragraphs of 75 words, with italics in every tenth."""
    marks = (Mark(4, 8, "italic"),)
    return document_of(
        Paragraph(f"{number}. {_SENTENCE * 5}", marks=() if number % 10 else marks)
        for number in range(words // 75)
    )


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    began = time.process_time()
    done = work()
    return time.process_time() - began, done


if __name__ == "__main__":
    main()
