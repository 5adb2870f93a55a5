"""What the writer thinks of a passage: keep, maybe, leave; and a star on a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from writerdesk.manuscript import ParagraphId, Passage, anchored
from writerdesk.story.identities import Identities
from writerdesk.story.said import Judgement, Verdict
from writerdesk.story.story import Story


def judge(story: Story, passage: Passage, judgement: Judgement, identities: Identities) -> Story:
    """Return the story with a verdict on a whole passage; the same one again takes it back.

    Every paragraph of the passage gets its own, so that a passage can be judged in parts later.
    """
    standing = _verdict_by_paragraph(story, passage.draft)
    same = all(_says(standing.get(id), judgement) for id in passage.paragraphs)
    changed: list[Verdict] = []
    for id in passage.paragraphs:
        old = standing.get(id)
        if same:
            assert old is not None
            changed.append(replace(old, deleted=True))
        elif not _says(old, judgement):
            on = anchored(Passage(passage.draft, (id,)), story.draft(passage.draft).text)
            changed.append(Verdict(old.id if old else identities.record(), on, judgement.value))
    return story.put(*changed)


def star(story: Story, passage: Passage, identities: Identities) -> Story:
    """Return the story with a star on a sentence, or without the star that is there."""
    there = [one for one, at in stars_in(story, passage.draft) if _touches(at, passage)]
    if there:
        return story.put(*(replace(one, deleted=True) for one in there))
    on = anchored(passage, story.draft(passage.draft).text)
    return story.put(Verdict(identities.record(), on, Judgement.STAR.value))


def verdicts_in(story: Story, draft: str) -> Mapping[ParagraphId, Judgement]:
    """Return the verdict on each judged paragraph of a draft, as its text stands now."""
    return {
        id: Judgement(verdict.judgement)
        for id, verdict in _verdict_by_paragraph(story, draft).items()
    }


def stars_in(story: Story, draft: str) -> Iterable[tuple[Verdict, Passage]]:
    """Return the stars of a draft, each with the sentence it is on now."""
    for one in _verdicts(story, draft):
        if one.judgement == Judgement.STAR and one.anchor:
            at = story.standing(one.anchor)
            if at:
                yield one, at


def _verdicts(story: Story, draft: str) -> Iterable[Verdict]:
    for one in story.about(draft, Verdict):
        if not one.deleted and one.anchor and one.anchor.passage.draft == draft:
            yield one


def _verdict_by_paragraph(story: Story, draft: str) -> dict[ParagraphId, Verdict]:
    found: dict[ParagraphId, Verdict] = {}
    for one in _verdicts(story, draft):
        at = story.standing(one.anchor) if one.anchor else None
        if at and one.judgement in set(Judgement) - {Judgement.STAR}:
            # Of two joined paragraphs with verdicts of their own the first one's holds.
            for id in at.paragraphs:
                found.setdefault(id, one)
    return found


def _says(verdict: Verdict | None, judgement: Judgement) -> bool:
    return verdict is not None and verdict.judgement == judgement


def _touches(one: Passage, other: Passage) -> bool:
    """Tell whether two passages inside paragraphs share a letter."""
    if not set(one.paragraphs) & set(other.paragraphs):
        return False
    if len(one.paragraphs) > 1 or len(other.paragraphs) > 1:
        return True
    before = one.end is not None and one.end <= other.start
    behind = other.end is not None and other.end <= one.start
    return not before and not behind
