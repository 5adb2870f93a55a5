"""The writer's own word on two passages: they tell the same, or they do not."""

from collections.abc import Iterable
from dataclasses import replace

from writerdesk.compare import By, Pin
from writerdesk.manuscript import Anchor, Passage, anchored
from writerdesk.story.identities import Identities
from writerdesk.story.said import Tie
from writerdesk.story.story import Story


def tie(story: Story, pin: Pin, identities: Identities) -> Story:
    """Return the story with the writer's word on two passages in place of an earlier one."""
    left, right = _anchored(story, pin.left), _anchored(story, pin.right)
    earlier = next((one for one in ties(story) if _is_on(story, one, pin)), None)
    id = earlier.id if earlier else identities.record()
    return story.put(Tie(id, left, right, str(pin.by.value)))


def untie(story: Story, pin: Pin) -> Story:
    """Return the story in which the writer has said nothing of these two passages."""
    said = (one for one in ties(story) if _is_on(story, one, pin))
    return story.put(*(replace(one, deleted=True) for one in said))


def ties(story: Story) -> Iterable[Tie]:
    """Return every tie that was not taken back."""
    return (one for one in story.of_kind(Tie) if not one.deleted)


def pins_between(story: Story, left: str, right: str) -> tuple[Pin, ...]:
    """Return what the writer said of passages of two drafts, where they stand now."""
    found: list[Pin] = []
    for one in ties(story):
        pin = _standing(story, one)
        if pin and (pin.left.draft, pin.right.draft) == (left, right):
            found.append(pin)
        elif pin and (pin.left.draft, pin.right.draft) == (right, left):
            found.append(Pin(pin.right, pin.left, pin.by))
    return tuple(found)


def _anchored(story: Story, passage: Passage) -> Anchor:
    return anchored(passage, story.draft(passage.draft).text)


def _standing(story: Story, one: Tie) -> Pin | None:
    """Return where a tie stands now; None if an end is gone or a newer program made it."""
    if one.left is None or one.right is None or one.by not in set(By):
        return None
    left, right = story.standing(one.left), story.standing(one.right)
    return Pin(left, right, By(one.by)) if left and right else None


def _is_on(story: Story, one: Tie, pin: Pin) -> bool:
    now = _standing(story, one)
    if now is None:
        return False
    ends = {now.left.paragraphs, now.right.paragraphs}
    return ends == {pin.left.paragraphs, pin.right.paragraphs}
