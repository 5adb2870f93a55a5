"""A writer at work, for laws: a draft with repeated paragraphs, and edits of it one by one."""

from dataclasses import replace

from writerdesk.manuscript import Document, Mark, Paragraph, ParagraphId

# What comes again and again, what is too short to frame anything, and what comes once.
OFTEN = ("Yes.", "* * *", "He said nothing at all to her.", "It rained on the harbour all night.")
NAMES = ("Pip", "Rusty", "Mary", "Tom", "Anna", "Joe")


def line(number, name="Pip"):
    return f"In year {number} {name} carried lantern {number} over the water. It was cold then."


class Writer:
    """Edits a draft as a writer does, one paragraph at a time."""

    def __init__(self, random):
        self.random = random
        self.born = 1000

    def draft(self, many=14):
        texts = [
            self.random.choice(OFTEN) if self.random.random() < 0.3 else line(number)
            for number in range(many)
        ]
        return Document.from_paragraphs(texts)

    def edited(self, draft):
        acts = (
            self.typed, self.typed, self.deleted, self.inserted, self.doubled, self.moved,
            self.split, self.joined, self.renamed, self.slanted, self.became_another,
        )  # fmt: skip
        return self.random.choice(acts)(draft) if len(draft) > 2 else self.inserted(draft)

    def item(self, paragraph):
        self.born += 1
        return ParagraphId(2, self.born), paragraph

    def somewhere(self, draft):
        return self.random.randrange(len(draft))

    def changed(self, draft, at, text):
        paragraph = replace(draft.paragraphs[at], text=text, marks=())
        return draft.splice(at, at + 1, [(draft.ids[at], paragraph)])

    def typed(self, draft):
        at = self.somewhere(draft)
        text = draft.paragraphs[at].text
        place = self.random.randint(0, len(text))
        return self.changed(draft, at, text[:place] + self.random.choice("ae. ") + text[place:])

    def renamed(self, draft):
        at = self.somewhere(draft)
        name = self.random.choice(NAMES)
        return self.changed(draft, at, draft.paragraphs[at].text.replace("Pip", name))

    def deleted(self, draft):
        at = self.somewhere(draft)
        return draft.splice(at, at + 1, [])

    def inserted(self, draft):
        at = self.random.randint(0, len(draft))
        new = Paragraph(line(self.random.randint(0, 40), self.random.choice(NAMES)))
        return draft.splice(at, at, [self.item(new)])

    def doubled(self, draft):
        at = self.random.randint(0, len(draft))
        return draft.splice(at, at, [self.item(self.random.choice(draft.paragraphs))])

    def became_another(self, draft):
        at, other = self.somewhere(draft), self.somewhere(draft)
        return self.changed(draft, at, draft.paragraphs[other].text)

    def moved(self, draft):
        at = self.somewhere(draft)
        item = draft.ids[at], draft.paragraphs[at]
        rest = draft.splice(at, at + 1, [])
        to = self.random.randint(0, len(rest))
        return rest.splice(to, to, [item])

    def split(self, draft):
        at = self.somewhere(draft)
        words = draft.paragraphs[at].text.split(" ")
        cut = self.random.randint(0, len(words))
        first, last = (Paragraph(" ".join(half)) for half in (words[:cut], words[cut:]))
        return draft.splice(at, at + 1, [(draft.ids[at], first), self.item(last)])

    def joined(self, draft):
        at = self.random.randrange(len(draft) - 1)
        both = " ".join(one.text for one in draft.paragraphs[at : at + 2])
        return draft.splice(at, at + 2, [(draft.ids[at], Paragraph(both))])

    def slanted(self, draft):
        at = self.somewhere(draft)
        marked = replace(draft.paragraphs[at], marks=(Mark(0, 4, "italic"),))
        return draft.splice(at, at + 1, [(draft.ids[at], marked)])
