"""Phrases that two drafts share: in tied passages, and as echoes where nothing is tied."""

import pytest

from writerdesk.compare import By, Pin, compare
from writerdesk.manuscript import Document, whole_passage

LEFT = Document.from_paragraphs(
    [
        "Slowly, cautiously, the ferryman hung his brass lantern over the landing.",
        "Nobody had paid him for the crossing since the week of the great flood.",
        "His daughter kept the accounts in a green ledger with a broken spine.",
    ]
)
RIGHT = Document.from_paragraphs(
    [
        "Slowly, cautiously, she opened a window: a brass lantern was burning far below.",
        "It was the night on which the mayor would not eat, and nobody said why.",
        "Under the stairs stood a green ledger, and mice had been at the paper.",
    ]
)


def said(document, spans):
    places = ((document.place_of(span.paragraph), span) for span in spans)
    return {document.paragraphs[place].text[span.start : span.end] for place, span in places}


@pytest.fixture(params=[By.DRAWN, By.FORBIDDEN])
def found(request):
    """The first passages tied by hand, or held apart; the others never."""
    apart = [(0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
    cells = [(0, 0, request.param), *((i, j, By.FORBIDDEN) for i, j in apart)]
    pins = [
        Pin(whole_passage("A", LEFT, i, i + 1), whole_passage("B", RIGHT, j, j + 1), by)
        for i, j, by in cells
    ]
    return compare(LEFT, RIGHT, pins=pins), request.param is By.DRAWN


def test_phrases_of_tied_passages_are_shared_and_those_of_others_are_echoes(found):
    comparison, is_tied = found
    shared = [one for pair in comparison.pairs for one in pair.detail.shared]
    tied, echoes = (said(LEFT, (one.left for one in some)) for some in (shared, comparison.echoes))
    assert "brass lantern" in (tied if is_tied else echoes)
    assert echoes - {"brass lantern"} == {"green ledger"}


def test_stock_phrases_are_worth_nothing_tied_or_not(found):
    comparison, _ = found
    every = [one for pair in comparison.pairs for one in pair.detail.shared]
    every += comparison.echoes
    texts = said(LEFT, (one.left for one in every)) | said(RIGHT, (one.right for one in every))
    assert not any("lowly" in text for text in texts)
