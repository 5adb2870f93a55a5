"""The scrolling law, asked of a stage: no passage in view moves more than the step, nor back."""

import random

from writerdesk.compare.sight import View
from writerdesk.ui.pane.typesetting import Typesetter

VIEW = View(776.0, 259.0, 14.0, 466.0)
_STEPS = (78, 78, 78, -78, 26, 680, -680, 1, -156, 2000, -1500)


class WrongGuesses(Typesetter):
    """Guesses heights wrong by up to a half, either way."""

    def guesses(self, column):
        chance = random.Random(column)
        return [height * chance.uniform(0.5, 1.5) for height in super().guesses(column)]


def assert_nothing_jumps(stage, *, steps, seed):
    """Take random steps and look at everything in view before and after each."""
    stage.to_start()
    chance = random.Random(seed)
    for _ in range(steps):
        step = chance.choice(_STEPS)
        before = {block[:2]: block.top for block in stage.blocks() if block.paragraph >= 0}
        stage.move(step)
        for block in stage.blocks():
            if block.paragraph >= 0 and block[:2] in before:
                moved = (before[block[:2]] - block.top) * (1 if step > 0 else -1)
                assert -0.01 <= moved <= abs(step) + 0.01
