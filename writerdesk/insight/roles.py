"""What somebody is in a story: the dog, a mother, the captain, as the text itself says of a name.

Only plain words beside a name count ("the dog, Pip", "Pip was a scruffy mutt", "my sister Tess"),
and what is said most often wins. In a language it knows nothing of, nobody has a role.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

# A role and the words that say so; the first is what it is called.
_ROLES = tuple(
    line.split()
    for line in """
dog mutt hound puppy pup retriever spaniel terrier sheepdog mongrel
cat tabby kitten tomcat
horse mare pony stallion
bird crow raven gull parrot
fox
goat
mother mum mom mama mamma ma
father dad papa da pa
sister
brother
daughter
son
wife
husband
widow
widower
grandmother gran granny nana grandma
grandfather grandpa
aunt
uncle
cousin
girl
boy
captain skipper
doctor physician surgeon
nurse matron
teacher schoolmaster schoolmistress
priest vicar parson
farmer
baker
tuner
ferryman
keeper lighthouse-keeper
engineer
sergeant lieutenant colonel corporal
king
queen
neighbour neighbor
friend
stranger
""".splitlines()
    if line.strip()
)
_ROLE_OF = {word: some[0] for some in _ROLES for word in some}
_WORD = "|".join(sorted(map(re.escape, _ROLE_OF), key=len, reverse=True))
_ARTICLE = r"(?:the|a|an|his|her|my|our|their|its|your)"
# Between an article and what somebody is, and between that and the name.
_BETWEEN, _FEW = r"(?:[\w'’-]+,?\s+){0,6}?", r"(?:[\w'’-]+,?\s+){0,2}?"
_NAMED = r"(?:,?\s+(?:which\s+|whom\s+|that\s+)?(?:[\w'’]+\s+){0,3}?(?:named|called|nicknamed)|,)?"
NARRATOR = "I"


def role_of(name: str, texts: Iterable[str]) -> str:
    """Return what a draft says somebody is; nothing if it doesn't say."""
    found: Counter[str] = Counter(
        {_ROLE_OF[some]: 1 for some in (name.lower(),) if some in _ROLE_OF}
    )
    for text in texts:
        if name in text:
            for pattern in _patterns(name):
                found.update(_ROLE_OF[some.lower()] for some in pattern.findall(text))
    return found.most_common(1)[0][0] if found else ""


def role_of_all(roles: Sequence[str]) -> str:
    """Return what somebody is in several drafts; nothing if they don't agree."""
    said = {role for role in roles if role}
    return said.pop() if len(said) == 1 else ""


@lru_cache(64)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    who = re.escape(name)
    is_one = rf"\b{who}(?:\s+(?:was|is|am)|,)\s+{_ARTICLE}\s+{_BETWEEN}({_WORD})\b"
    if name == NARRATOR:
        return (
            re.compile(rf"\bI\s+(?:was|am)\s+{_ARTICLE}\s+{_BETWEEN}({_WORD})\b", re.IGNORECASE),
            re.compile(rf"\bI\s+am\s+[A-Z]\w+,\s+{_ARTICLE}\s+{_BETWEEN}({_WORD})\b"),
        )
    return (
        re.compile(rf"(?i:\b{_ARTICLE})\s+{_FEW}((?i:{_WORD})){_NAMED}\s+{who}\b"),
        re.compile(is_one, re.IGNORECASE),
    )
