"""Each benchmark is found, says what it measures, and its figures are kept in its own place."""

import ast

import pytest

from benchmarks import __main__ as frame


def test_every_benchmark_says_what_it_measures():
    found = sorted(frame.HERE.glob("bench_*.py"))
    assert found
    for path in found:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


@pytest.fixture
def bench(tmp_path, monkeypatch):
    """Return a folder of benchmarks with one in it that prints a figure."""
    here = tmp_path / "benchmarks"
    here.mkdir()
    (here / "__init__.py").touch()
    (here / "README.md").write_text("# Measured\n", "utf-8")
    (here / "bench_ink.py").write_text(
        '"""How dark ink is.\n\nMore."""\nprint("ink: 9")\n', "utf-8"
    )
    monkeypatch.setattr(frame, "HERE", here)
    monkeypatch.setattr(frame, "README", here / "README.md")
    return here


def test_what_a_benchmark_prints_is_kept_and_replaced(bench, capfd):
    assert frame.main([]) == 0
    first = (bench / "README.md").read_text("utf-8")
    assert first.startswith("# Measured\n\n<!-- ink -->\n## How dark ink is\n")
    assert "```\nink: 9\n```\n<!-- end of ink -->\n" in first
    (bench / "bench_ink.py").write_text('"""How dark ink is."""\nprint("ink: 8")\n', "utf-8")
    assert frame.main(["ink"]) == 0
    assert (bench / "README.md").read_text("utf-8") == first.replace("ink: 9", "ink: 8")
    assert "ink: 8" in capfd.readouterr().out


def test_a_benchmark_that_fails_keeps_nothing_and_is_told(bench):
    (bench / "bench_ink.py").write_text(
        '"""Fails."""\nprint("ink")\nraise SystemExit(3)\n', "utf-8"
    )
    assert frame.main([]) == 1
    assert (bench / "README.md").read_text("utf-8") == "# Measured\n"


def test_an_unknown_benchmark_is_named(bench, capsys):
    assert frame.main(["blood"]) == 2
    assert "blood" in capsys.readouterr().err
