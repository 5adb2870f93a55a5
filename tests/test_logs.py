"""The log tells what went wrong and where in the code, and nothing of what the writer wrote."""

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from writerdesk.logs import Log, catch_mistakes

SECRET = "The lake smelled of iron"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "logs", lambda: NOON)


@pytest.fixture
def shown(log, monkeypatch):
    """Catch mistakes for the length of a test; return what was shown."""
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    mistakes = []
    catch_mistakes(log, mistakes.append)
    return mistakes


def written(tmp_path):
    return (tmp_path / "logs" / "writerdesk.log").read_text("utf-8")


def fail(text):
    try:
        Path(f"/nowhere/{text}").read_bytes()
    except OSError:
        raise ValueError(text) from None


def raised(text):
    try:
        fail(text)
    except ValueError as error:
        return error


def test_an_event_is_a_line_with_its_time_and_numbers(log, tmp_path):
    log.note("saved", revision=12, seconds=0.25)
    assert written(tmp_path).startswith("2026-11-21 12:00:00+00:00 [")
    assert written(tmp_path).endswith("] saved revision=12 seconds=0.25\n")


def test_a_mistake_is_told_by_its_types_and_places_alone(log, tmp_path):
    log.mistake(raised(SECRET))
    told = written(tmp_path)
    assert "builtins.ValueError" in told
    assert "tests/test_logs.py:" in told
    assert " fail\n" in told
    assert SECRET not in told
    assert "nowhere" not in told


def test_the_causes_of_a_mistake_are_told_first(log, tmp_path):
    try:
        try:
            raise OSError(28, "No space left", SECRET)
        except OSError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        mistake = log.mistake(error)
    assert written(tmp_path).index("builtins.OSError 28") < written(tmp_path).index("KeyError")
    assert SECRET not in mistake.details


def test_each_mistake_is_shown_once_and_written_down_each_time(shown, tmp_path):
    errors = [raised(SECRET) for _ in range(3)]
    for error in errors:
        assert error is not None
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(shown) == 1
    assert shown[0].sentence_in("") == "WriterDesk made a mistake. Your text is saved."
    assert shown[0].sentence_in("Print", saved=False) == "WriterDesk made a mistake in “Print”."
    assert "Python 3" in shown[0].details
    assert SECRET not in shown[0].details
    assert written(tmp_path).count("builtins.ValueError") == 3


def test_a_mistake_in_a_thread_is_caught_too(shown):
    thread = threading.Thread(target=fail, args=(SECRET,))
    thread.start()
    thread.join()
    assert len(shown) == 1


def test_leaving_is_no_mistake(shown):
    sys.excepthook(SystemExit, SystemExit(1), None)
    assert shown == []


def test_an_interruption_is_pythons_to_tell(shown, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_full_log_turns_over_and_is_kept_small(log, tmp_path):
    for number in range(20_000):
        log.note("saved", revision=number)
    files = sorted((tmp_path / "logs").iterdir())
    assert len(files) == 6
    assert all(path.stat().st_size <= 200_100 for path in files)
    assert "revision=19999" in written(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the writer's folder private")
def test_only_the_writer_can_read_the_log(log, tmp_path):
    log.note("started")
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "logs" / "writerdesk.log").stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path, capfd):
    log = Log(tmp_path / "logs", lambda: NOON)
    (tmp_path / "logs" / "writerdesk.log").mkdir(parents=True)
    log.note("started")
    assert capfd.readouterr() == ("", "")
