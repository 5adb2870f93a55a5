"""Drafts for laws: small texts from few words, so that much is shared, and edits of them."""

from hypothesis import strategies as st

from tests.compare.writer import Writer
from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId

WORDS = (
    "the", "a", "storm", "Pip", "Rusty", "came", "went.", "home!", "“No,”", '"No,"', "it—was",
    "old", "lantern", "over", "water", "he", "she", "said", "Then", "dust…", "dust...",
)  # fmt: skip
SPACES = (" ", " ", " ", "  ", "\n", "\u00a0")


@st.composite
def texts(draw, most=9):
    words = draw(st.lists(st.sampled_from(WORDS), max_size=most))
    spaces = [draw(st.sampled_from(SPACES)) for _ in words]
    return "".join(word + space for word, space in zip(words, spaces, strict=True)).rstrip(" ")


paragraphs = st.builds(
    Paragraph,
    text=texts(),
    kind=st.sampled_from(["body", "body", "body", "heading1", "quote"]),
    marks=st.lists(
        st.builds(
            Mark, st.integers(0, 20), st.integers(0, 40), st.sampled_from(["bold", "italic"])
        ),
        max_size=1,
    ).map(tuple),
)


@st.composite
def edited(draw, before):
    """Return paragraphs with some taken away, added, moved, split, joined or changed."""
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(after)))
        act = draw(st.sampled_from(["take away", "add", "move", "split", "join", "change"]))
        if act == "add" or at == len(after):
            after.insert(at, draw(paragraphs))
        elif act == "take away":
            del after[at]
        elif act == "move":
            after.insert(draw(st.integers(0, len(after) - 1)), after.pop(at))
        elif act == "join" and at + 1 < len(after):
            after[at : at + 2] = [Paragraph(f"{after[at].text} {after[at + 1].text}")]
        elif act == "split":
            words = after[at].text.split(" ")
            cut = draw(st.integers(0, len(words)))
            halves = " ".join(words[:cut]), " ".join(words[cut:])
            after[at : at + 1] = [Paragraph(half) for half in halves]
        else:
            after[at] = draw(paragraphs)
    return after


def document(paragraphs, replica=0):
    return Document.from_items(
        (ParagraphId(replica, number), paragraph) for number, paragraph in enumerate(paragraphs)
    )


@st.composite
def two_drafts(draw, most=6):
    before = draw(st.lists(paragraphs, max_size=most))
    return document(before), document(draw(edited(before)), replica=1)


@st.composite
def revisions(draw, edits=5):
    """A draft and what a writer made of it in a few edits."""
    writer = Writer(draw(st.randoms(use_true_random=False)))
    left = writer.draft(8)
    right = left
    for _ in range(edits):
        right = writer.edited(right)
    return left, right
