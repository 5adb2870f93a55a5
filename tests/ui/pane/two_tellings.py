"""A small comparison for tests of the pane: two tellings of a short tale of our own."""

from tests.comparisons import Shared, comparison, document, pair, span
from writerdesk.compare.values import Detail, Likeness, Marks, Relation
from writerdesk.ui.pane import Column

LEFT = (
    "The ferry came in late that evening, and nobody got off but a boy with a birdcage.",
    "Old Marta counted the coins twice. “There is one too many,” she said, and gave it back.",
    "The cage was empty. He had carried it all the way from the city, with its door tied shut.",
    "At night the wind turned and the gulls came into the harbour, hundreds of them, shouting.",
    "In the morning there was a feather in the cage, and the door was still tied shut.",
)
RIGHT = (
    "I came with the last ferry, and I had nothing with me but a birdcage.",
    "The cage was empty; I had tied its door shut in the city and not opened it since.",
    "A dog looked at me for a long time. Nobody in that place had ever seen a cage before.",
    "In the morning a feather lay in the cage, and the door was still tied",
)


def tellings(times=1):
    """Return the columns and the comparison, the tale told ``times`` over."""
    left, right = document(*LEFT * times), document(*RIGHT * times)
    pairs = []
    for n in range(times):
        at, there = n * len(LEFT), n * len(RIGHT)
        cage = Detail(
            shared=(
                Shared(
                    span(left, at + 2, "The cage was empty"),
                    span(right, there + 1, "The cage was empty"),
                ),
            )
        )
        pairs += [
            pair(left, right, [at], [there]),
            pair(left, right, [at + 2], [there + 1], detail=cage),
            pair(left, right, [at + 4], [there + 3], confidence=0.87),
        ]
    columns = [
        Column("draft-a", "A", "The ferry came in late", 0, left, "82 words · told by “he”"),
        Column("draft-c", "C", "I came with the last ferry", 2, right, "told by “I”", cut_off=True),
    ]
    return columns, {(0, 1): comparison(left, right, pairs)}


def revision(times=1):
    """Return the columns and the comparison of a tale and its revision, one word changed."""
    texts = list(LEFT * times)
    left = document(*texts)
    right = document(*(text.replace("empty", "bare") for text in texts))
    pairs = []
    for n, text in enumerate(texts):
        detail = Detail()
        kind = Likeness.SAME
        if "empty" in text:
            kind = Likeness.EDITED
            one, other = span(left, n, "empty"), span(right, n, "bare")
            detail = Detail(Marks((one,), (one,)), Marks((other,), (other,)))
        pairs.append(pair(left, right, [n], [n], kind=kind, detail=detail))
    columns = [
        Column("draft-a", "A", "The ferry", 0, left),
        Column("draft-b", "B", "The ferry again", 1, right),
    ]
    return columns, {(0, 1): comparison(left, right, pairs, relation=Relation.REVISION)}
