"""Runs the benchmarks, each in a process of its own, and keeps what they print in README.md.

``python -m benchmarks`` runs all, ``python -m benchmarks window start`` those named. A benchmark is
a module ``bench_*.py`` that prints its figures; the first line of its docstring is its heading.
"""

import ast
import os
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all; return 1 if one of them failed."""
    there = {path.stem.removeprefix("bench_"): path for path in sorted(HERE.glob("bench_*.py"))}
    unknown = [name for name in names if name not in there]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {' '.join(there)}", file=sys.stderr)
        return 2
    failed = 0
    for name in names or there:
        told, code = _run(name, there[name])
        if code:
            failed = 1
        else:
            _keep(name, f"## {_heading(there[name])}\n{machine()}\n\n```\n{told.strip()}\n```")
    return failed


def machine() -> str:
    """Return what the figures were measured on."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return (
        f"{_processor()}, {cores} cores, {platform.system()}; "
        f"Python {platform.python_version()}, PySide6 {metadata.version('PySide6-Essentials')}"
    )


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", about.read_text("utf-8") if about.exists() else "")
    return found[1] if found else platform.processor() or platform.machine()


def _run(name: str, path: Path) -> tuple[str, int]:
    """Run one benchmark, show what it prints as it prints it, and return it."""
    print(f"\n{name}: {_heading(path)}", flush=True)
    told: list[str] = []
    command = [sys.executable, "-u", "-m", f"benchmarks.{path.stem}"]
    with subprocess.Popen(command, cwd=HERE.parent, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            told.append(line)
    return "".join(told), process.returncode


def _keep(name: str, section: str) -> None:
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = README.read_text("utf-8")
    kept = f"{start}\n{section}\n{end}"
    before, found, rest = text.partition(start)
    if found:
        README.write_text(before + kept + rest.partition(end)[2], "utf-8")
    else:
        README.write_text(f"{text.rstrip()}\n\n{kept}\n", "utf-8")


def _heading(path: Path) -> str:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or path.stem
    return told.splitlines()[0].rstrip(".")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
