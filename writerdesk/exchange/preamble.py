"""Tells what speaks about a story from what tells it.

A language model introduces its story ("Okay, here's a story about…, aiming for over 4000 words"),
draws a rule, tells it, and asks whether to go on. Only that is set aside: the opening must both
speak to the reader and name the thing it hands over, so that a first-person story stays whole.
"""

import re
from collections.abc import Sequence

from writerdesk.manuscript import count_words

_GREETING = re.compile(
    r"\s*[*_“\"]*(?:(?:okay|ok|sure|certainly|of course|absolutely|great|alright|all right|got it|"
    r"gladly|with pleasure|understood|thanks|thank you)[,.!:—–-]|"
    r"(?:sure thing|here|below|this is|as requested|i wrote|i hope|happy to|"
    r"i(?:['’]ve| have) (?:focused|written|tried|aimed|kept|made|crafted|created|rewritten)|"
    r"the following|please|note)\b)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:story|tale|draft|chapter|scene|piece|version|rewrite|rewriting|retelling|narrative|"
    r"excerpt|continuation|novel|novella|premise|words|prompt|instalment|installment)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:here['’]?s|here is|here are|below is|i wrote|i['’]ll|i will|i tried|your|"
    r"i(?:['’]ve| have) (?:focused|written|tried|aimed|kept|made|crafted|created|rewritten)|"
    r"you asked|you requested|aiming for|aims for|let me know|feel free|please be aware|"
    r"please note|it['’]s designed|as requested|the following)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*[*_(\[]*(?:would you like|do you want me|shall i|should i|let me know|i hope (?:you|this)|"
    r"i can (?:also|continue|write|expand)|feel free|if you['’]d like|if you want|want me to|"
    r"(?:final |total |approximate )*word ?count\b|please let me know|to help me tailor|"
    r"is there anything|\(?(?:approximately|approx\.?|about) [\d,.]+ words)",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"(?P<number>\d{1,3}(?:[,.’' ]\d{3})+|\d+)(?P<thousand>\s?k)?\s*\+?[\s-]*words?\b",
    re.IGNORECASE,
)

# An introduction longer than this many words tells the story itself.
_LONGEST_PREAMBLE = 200
# A rule further down than this many paragraphs parts two scenes.
_LOWEST_RULE = 4
_FEWEST_WORDS_OF_A_GOAL = 100


def preamble_length(texts: Sequence[str], rule: int | None) -> int:
    """Return how many of the first paragraphs speak about the story; ``rule`` is the first rule."""
    if not texts or not _is_opening(texts[0]):
        return 0
    if rule is not None and 0 < rule <= _LOWEST_RULE:
        words = sum(count_words(text) for text in texts[:rule])
        return rule if words <= _LONGEST_PREAMBLE else 0
    # Without a rule only a line that announces what follows is sure to be no part of it.
    return 1 if len(texts) > 1 and texts[0].rstrip().endswith(":") else 0


def closing_length(texts: Sequence[str], last_rule: int | None) -> int:
    """Return how many of the last paragraphs ask the reader something about the story."""
    after_rule = 0 if last_rule is None else len(texts) - last_rule - 1
    if 0 < after_rule <= _LOWEST_RULE and _CLOSING.match(texts[last_rule + 1 if last_rule else 0]):
        return after_rule
    count = 0
    while count < len(texts) - 1 and _CLOSING.match(texts[-1 - count]):
        count += 1
    return count


def goal_in(text: str) -> int:
    """Return the number of words a text says it aims for, 0 if it says none."""
    goals = [
        int(re.sub(r"\D", "", found["number"])) * (1000 if found["thousand"] else 1)
        for found in _GOAL.finditer(text)
    ]
    return max((goal for goal in goals if goal >= _FEWEST_WORDS_OF_A_GOAL), default=0)


def _is_opening(text: str) -> bool:
    return bool(_GREETING.match(text) and _WORK.search(text) and _ADDRESS.search(text))
