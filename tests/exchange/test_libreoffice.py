"""Another program reads the very same words in a Word file of ours."""

import pytest

from tests.exchange.documents import drawn
from tests.exchange.libreoffice import MISSING, converted, program, tells_the_same, text_in
from writerdesk.exchange import look, look_names, read_file, to_docx
from writerdesk.resources import seeds

pytestmark = pytest.mark.skipif(not program(), reason=MISSING)


def test_libreoffice_reads_the_same_text(tmp_path):
    drafts = [*drawn(40), *(read_file(path).documents[0] for path in seeds().glob("*-?.txt"))]
    files = [tmp_path / f"{number}.docx" for number in range(len(drafts))]
    for path, draft in zip(files, drafts, strict=True):
        path.write_bytes(to_docx(draft, page=look("plain")).data)
    for path, draft in zip(converted(files, "txt", tmp_path), drafts, strict=True):
        assert tells_the_same(text_in(path), draft), (text_in(path), draft.paragraphs)


def test_every_look_has_the_same_words_on_its_pages(tmp_path):
    draft = read_file(seeds() / "drowned-piano-1.txt").documents[0]
    files = [tmp_path / f"{name}.docx" for name in look_names()]
    for path in files:
        path.write_bytes(to_docx(draft, page=look(path.stem)).data)
    for path in converted(files, "txt", tmp_path):
        told = [line for line in text_in(path).split("\n") if line not in ("#", "* * *")]
        wanted = [one.text for one in draft.paragraphs if one.text != "* * *"]
        assert [line for line in told if line in wanted] == wanted
