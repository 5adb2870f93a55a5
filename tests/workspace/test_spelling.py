"""A child is asked about words, in a dictionary that the test writes."""

import pytest

from writerdesk.insight.dictionaries import Dictionary
from writerdesk.workspace.spelling import Speller

pytest.importorskip("hunspell")


def small_dictionary(folder, name="en_XX", words=("harbour", "froze", "the", "in")):
    (folder / f"{name}.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n")
    (folder / f"{name}.dic").write_text("\n".join((str(len(words)), *words)) + "\n")
    return Dictionary(name, folder)


@pytest.fixture
def speller(qtbot, tmp_path):
    speller = Speller()
    speller.use(small_dictionary(tmp_path))
    yield speller
    speller.close()


def test_words_are_looked_up_and_remembered(speller, qtbot):
    assert speller.is_right("harbour") is None
    with qtbot.waitSignal(speller.learned, timeout=60_000):
        speller.ask(["harbour", "harbor"])
    assert speller.is_right("harbour") is True
    assert speller.is_right("harbor") is False


def test_what_may_have_been_meant_is_told(speller, qtbot):
    with qtbot.waitSignal(speller.suggested, timeout=60_000) as told:
        speller.suggest("harbor")
    assert told.args == ["harbor", ("harbour",)]


def test_another_dictionary_knows_other_words(speller, qtbot, tmp_path):
    with qtbot.waitSignal(speller.learned, timeout=60_000):
        speller.ask(["hafen"])
    assert speller.is_right("hafen") is False
    speller.use(small_dictionary(tmp_path, "de_XX", ["hafen"]))
    assert speller.is_right("hafen") is None
    with qtbot.waitSignal(speller.learned, timeout=60_000):
        speller.ask(["hafen"])
    assert speller.is_right("hafen") is True


def test_a_dictionary_that_is_not_there_is_given_up(speller, qtbot, tmp_path):
    speller.use(Dictionary("nowhere", tmp_path))
    with qtbot.waitSignal(speller.unusable, timeout=60_000):
        speller.ask(["harbour"])
    assert speller.dictionary is None


def test_a_child_that_died_is_started_anew(speller, qtbot):
    with qtbot.waitSignal(speller.learned, timeout=60_000):
        speller.ask(["harbour"])
    speller.end_child()
    with qtbot.waitSignal(speller.learned, timeout=60_000):
        speller.ask(["froze"])
    assert speller.is_right("froze") is True
