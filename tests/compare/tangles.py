"""Tangles, for laws: passages of a few sentences, and what a rough hand made of them.

Few words, most of them light, so that much is kept by chance; sentences of one word and of ten,
that were kept, edited, rewritten, parted, run together, left out or put elsewhere.
"""

LIGHT = ["the", "a", "of", "it", "he", "on", "was"]
HEAVY = [
    "storm",
    "lantern",
    "harbour",
    "carried",
    "silver",
    "winter",
    "coffee",
    "letter",
    "river",
    "window",
]
NAMES = ["Pip", "Rusty", "Mary", "Anna"]


class Tangler:
    """Makes passages and what became of them: lists of one to three paragraphs."""

    def __init__(self, random):
        self.random = random

    def passages(self):
        """Return two passages that answer each other, either of which may be the older one."""
        sentences = [self.sentence() for _ in range(self.one_of(1, 1, 2, 3, 4, 6))]
        rough = self.one_of(0, 0.1, 0.3, 0.5, 0.7, 0.9)
        both = [self.parted(sentences), self.parted(self.rewritten(sentences, rough))]
        self.random.shuffle(both)
        return both

    def one_of(self, *some):
        return self.random.choice(some)

    def is_so(self, chance):
        return self.random.random() < chance

    def word(self):
        return self.random.choice(self.one_of(LIGHT, LIGHT, LIGHT, HEAVY, HEAVY, HEAVY, NAMES))

    def sentence(self):
        return [self.word() for _ in range(self.one_of(1, 1, 2, 3, 4, 5, 6, 8, 10))]

    def rewritten(self, sentences, rough):
        out = []
        for sentence in sentences:
            act = self.one_of(
                "leave", "leave", "edit", "edit", "edit", "edit", "part", "join", "cut"
            )
            new = sentence if act == "leave" else self.edited(sentence, rough)
            if act == "part" and len(new) > 1:
                cut = self.random.randrange(1, len(new))
                out += [new[:cut], new[cut:]]
            elif act == "join" and out:
                out[-1] = out[-1] + new
            elif act != "cut":
                out.append(new)
            if self.is_so(0.1):
                out.append(self.sentence())
        if self.is_so(0.1):
            self.random.shuffle(out)
        return out or [self.sentence()]

    def edited(self, sentence, rough):
        out = []
        for word in sentence:
            act = self.one_of("change", "change", "cut", "add") if self.is_so(rough) else "leave"
            if act != "cut":
                out.append(self.word() if act == "change" else word)
            if act == "add":
                out += [self.word() for _ in range(self.one_of(1, 1, 2, 4))]
        return out or [self.word()]

    def parted(self, sentences):
        """Return sentences as a passage: often they are one paragraph."""
        some, out = list(sentences), []
        while len(some) > 1 and len(out) < 2 and self.is_so(0.4):
            cut = self.random.randrange(1, len(some))
            out.append(written(some[:cut]))
            some = some[cut:]
        return [*out, written(some)]

    def chain(self, ours, theirs, *, is_whole):
        """Return words both have in one order, not the most there are: where, and how many.

        Beside those of a whole one no other stands that both have.
        """
        out = []
        at = to = start = begin = 0
        while at < len(ours):
            others = [n for n in range(to, len(theirs)) if theirs[n] == ours[at]]
            at += 1
            if others and self.is_so(0.6):
                here, there = at - 1, self.random.choice(others[:3])
                to = there + 1
                while (
                    is_whole
                    and here > start
                    and there > begin
                    and ours[here - 1] == theirs[there - 1]
                ):
                    here, there = here - 1, there - 1
                while at < len(ours) and to < len(theirs) and ours[at] == theirs[to]:
                    if not is_whole and self.is_so(0.3):
                        break
                    at, to = at + 1, to + 1
                out.append((here, there, at - here))
                start, begin = at, to
        return out


def written(sentences):
    """Return sentences as a text."""
    return " ".join(f"{' '.join([some[0].capitalize(), *some[1:]])}." for some in sentences)
