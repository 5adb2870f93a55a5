"""Each item of a list shows its bullet or its number."""

import pytest

from writerdesk.manuscript import Kind, Numbering, Paragraph
from writerdesk.manuscript.item_numbers import item_sign, signs_before


def item(level=0, numbering=""):
    return Paragraph("x", Kind.LIST_ITEM, level=level, numbering=numbering)


LIST = [
    Paragraph("before"),
    item(numbering="decimal"),
    item(1),
    item(2),
    item(3),
    item(numbering="decimal"),
    item(1, "lower_roman"),
    Paragraph("after"),
    item(numbering="decimal"),
]


def test_numbers_count_from_where_the_list_begins():
    whole = ["", "1.", "◦", "▪", "•", "2.", "i.", "", "1."]
    assert signs_before(LIST, 0, len(LIST)) == whole
    for start in range(len(LIST)):
        assert signs_before(LIST, start, len(LIST)) == whole[start:]


@pytest.mark.parametrize(
    ("numbering", "number", "sign"),
    [
        (Numbering.DECIMAL, 12, "12."),
        (Numbering.LOWER_LETTER, 3, "c."),
        (Numbering.UPPER_LETTER, 27, "AA."),
        (Numbering.LOWER_ROMAN, 1994, "mcmxciv."),
        (Numbering.UPPER_ROMAN, 4, "IV."),
    ],
)
def test_numbers_are_told_as_the_list_numbers(numbering, number, sign):
    assert item_sign(item(numbering=numbering), number) == sign
