"""Whatever comes of a file has words."""

import pytest

from writerdesk.exchange import Done, DoneKind, LeftOut, LeftOutKind, SetAside, SetAsideKind
from writerdesk.exchange.sentences import done_sentence, left_out_sentence, set_aside_sentence


@pytest.mark.parametrize("count", [1, 7])
@pytest.mark.parametrize("kind", [*DoneKind])
def test_everything_intake_does_has_a_sentence(kind, count):
    assert str(count) in done_sentence(Done(kind, count))


@pytest.mark.parametrize("count", [1, 7])
@pytest.mark.parametrize("kind", [*LeftOutKind])
def test_everything_left_out_has_a_sentence(kind, count):
    assert str(count) in left_out_sentence(LeftOut(kind, count, "italic"))


@pytest.mark.parametrize("kind", [*SetAsideKind])
def test_everything_set_aside_has_a_sentence(kind):
    assert set_aside_sentence(SetAside(kind, "x")).endswith("set aside.")
