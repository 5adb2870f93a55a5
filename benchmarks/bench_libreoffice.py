"""What LibreOffice says of our Word files and our word counts."""

import re
import tempfile
import warnings
import zipfile
from pathlib import Path

from tests.exchange.documents import drawn
from tests.exchange.libreoffice import MISSING, converted, program, tells_the_same, text_in
from writerdesk.exchange import read, to_docx
from writerdesk.manuscript import Document, count_document

_DOCUMENTS = 500
_NOVELS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "prose"


def main() -> int:
    """Compare and print."""
    if not program():
        print(MISSING)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        apart = _texts_that_differ(Path(folder))
        _print_word_counts(Path(folder))
    return bool(apart)


def _texts_that_differ(folder: Path) -> int:
    drafts = _random()
    files = [_exported(draft, folder / f"{number}.docx") for number, draft in enumerate(drafts)]
    read_there = converted(files, "txt", folder)
    same = sum(
        tells_the_same(text_in(path), draft) for path, draft in zip(read_there, drafts, strict=True)
    )
    print(
        f"random drafts out as .docx and told by LibreOffice as text: {same} of {len(drafts)} same"
    )
    return len(drafts) - same


def _print_word_counts(folder: Path) -> None:
    novels = sorted(_NOVELS.glob("*.txt"))
    if not novels:
        print("word counts: there are no novels at ../shared/corpus/prose to count")
    drafts = {path: read(path.read_bytes(), path.name).documents[0] for path in novels}
    files = [_exported(draft, folder / f"{path.stem}.docx") for path, draft in drafts.items()]
    told = converted(files, "odt", folder)
    for (path, draft), counted in zip(drafts.items(), told, strict=True):
        ours, theirs = count_document(draft), _words_counted_in(counted)
        away = (ours - theirs) / theirs
        print(f"words of {path.stem}: {ours:,}, LibreOffice {theirs:,}: {away:+.3%} (bar 0.5 %)")


def _exported(draft: Document, path: Path) -> Path:
    path.write_bytes(to_docx(draft).data)
    return path


def _words_counted_in(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        told = re.search(rb'meta:word-count="(\d+)"', package.read("meta.xml"))
    return int(told[1]) if told else 0


def _random() -> list[Document]:
    with warnings.catch_warnings():
        # Drawing outside of a test is what hypothesis warns of.
        warnings.simplefilter("ignore")
        return drawn(_DOCUMENTS)


if __name__ == "__main__":
    raise SystemExit(main())
