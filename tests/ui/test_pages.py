"""Pages are laid out as the looks say, for the preview, for PDF and for paper."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from tests.ui.desk import window_of
from writerdesk.exchange import look, read_file
from writerdesk.exchange.looks import own_looks_folder
from writerdesk.exchange.values import document_of
from writerdesk.manuscript import Kind, Mark, Paragraph, scene_break
from writerdesk.problem import Kind as ProblemKind
from writerdesk.problem import Problem
from writerdesk.resources import seeds
from writerdesk.ui.export_dialog import ExportDialog
from writerdesk.ui.look import Look
from writerdesk.ui.pages import Pages
from writerdesk.ui.paper import asked_for, put_on_paper, to_pdf


@pytest.fixture(scope="module")
def draft():
    return read_file(seeds() / "drowned-piano-1.txt").documents[0]


def painted(pages, number):
    image = QImage(425, 550, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(0.0625, 0.0625)
    pages.paint(painter, number)
    painter.end()
    return image


def darkness(image):
    return sum(byte < 160 for byte in bytes(image.constBits()))


@pytest.mark.parametrize(("name", "least", "most"), [("plain", 2, 4), ("book", 5, 9),
                                                     ("manuscript", 5, 9)])  # fmt: skip
def test_every_look_makes_pages_with_words_on_them(qapp, draft, name, least, most):
    pages = Pages(draft, look(name))
    assert least <= pages.count <= most
    assert all(darkness(painted(pages, number)) > 500 for number in range(pages.count))
    assert pages.size.width() == look(name).paper_size("")[0] * 720


def test_a_draft_of_everything_is_laid_out(qapp):
    story = document_of(
        [
            Paragraph("The Coast", Kind.TITLE),
            *(Paragraph(f"Chapter {n}", Kind.HEADING_1) for n in range(3)),
            Paragraph("said", Kind.QUOTE, marks=(Mark(0, 2, "italic"), Mark(1, 3, "underline"))),
            Paragraph("salt", Kind.LIST_ITEM, level=1),
            Paragraph("one", Kind.LIST_ITEM, numbering="decimal"),
            scene_break(),
            Paragraph("שלום", direction="rtl"),
            Paragraph("a\nb", align="right"),
            Paragraph("strange", "poem"),
        ]
    )
    pages = Pages(replace(story, title="The Coast", author="Ada Merrow"), look("manuscript"))
    # Each chapter begins on a page of its own.
    assert pages.count == 4


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(qapp):
    for lines in range(40, 56):
        story = [Paragraph("It rained.")] * lines + [Paragraph("One", Kind.HEADING_2)]
        pages = Pages(document_of([*story, Paragraph("It stopped.")]), look("plain"))
        heading = pages._qt.findBlockByNumber(lines)
        assert pages._page_of(heading) == pages._page_of(heading.next())


def test_a_pdf_has_every_page(qapp, draft):
    made = to_pdf(draft, look("book"))
    assert made.data.startswith(b"%PDF")
    assert made.data.count(b"/Type /Page\n") == Pages(draft, look("book")).count


def test_the_printer_gets_the_pages_asked_for(qapp, draft, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 3)
    put_on_paper(Pages(draft, look("plain")), printer)
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 2


def to_file(path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_copies_stand_one_after_the_other_or_page_by_page(qapp, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    assert list(asked_for(3, printer)) == [0, 1, 2]
    printer.setCopyCount(2)
    printer.setFromTo(2, 3)
    printer.setCollateCopies(True)
    assert list(asked_for(3, printer)) == [1, 2, 1, 2]
    printer.setCollateCopies(False)
    assert list(asked_for(3, printer)) == [1, 1, 2, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(asked_for(3, printer)) == [2, 2, 1, 1]


def test_pages_can_be_picked(qapp, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    printer.setPageRanges(QPageRanges.fromString("1,3-9"))
    assert list(asked_for(4, printer)) == [0, 2, 3]


def test_a_file_that_can_not_be_printed_to_is_told_and_nothing_is_left(qapp, draft, tmp_path):
    printer = to_file(tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(Problem) as caught:
        put_on_paper(Pages(draft, look("plain")), printer)
    assert caught.value.kind is ProblemKind.FILE_MISSING
    assert list(tmp_path.iterdir()) == []


def test_on_other_paper_the_page_is_as_large_as_it_fits(qapp, draft, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    put_on_paper(Pages(draft, look("plain")), printer)
    made = (tmp_path / "out.pdf").read_bytes()
    assert made.count(b"/Type /Page\n") == Pages(draft, look("plain")).count
    box = made[made.index(b"/MediaBox [") :][:40].decode()
    assert "420" in box or "419" in box


def dialog_of(qtbot, tmp_path):
    window = window_of(qtbot)
    assert window.story is not None
    story = window.story.workspace.story
    dialog = ExportDialog(story, window.story.draft, tmp_path, Look(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_preview_follows_what_is_chosen(qtbot, tmp_path):
    dialog = dialog_of(qtbot, tmp_path)
    shapes = set()
    for name in ("plain", "book", "manuscript"):
        dialog.pages.choose(name)
        assert dialog.preview.isVisible()
        shapes.add(dialog.preview.sheets[0].grab().toImage().sizeInBytes())
    dialog.kinds.choose("md")
    assert not dialog.preview.isVisible()
    assert not dialog.pages.isEnabled()
    dialog.kinds.choose("pdf")
    assert dialog.preview.isVisible()


def test_a_broken_look_of_ones_own_says_so_and_is_not_exported(qtbot, tmp_path):
    folder = own_looks_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.json").write_text('{"fount": 1}')
    try:
        dialog = dialog_of(qtbot, tmp_path)
        dialog.pages.choose("mine")
        assert "fount" in dialog.trouble.text()
        assert not dialog._export.isEnabled()
        dialog.pages.choose("book")
        assert dialog._export.isEnabled()
    finally:
        (folder / "mine.json").unlink()
