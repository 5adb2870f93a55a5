"""Whatever is done to a file, reading it gives a draft or one sentence, quickly and quietly."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory is told as POSIX tells it")
ROOT = Path(__file__).parents[2]


def told_of(count, seed):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.exchange.mutants", str(count), str(seed)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout)


@pytest.mark.parametrize(
    ("count", "seed"), [(300, 1), pytest.param(10_000, 2, marks=pytest.mark.torture)]
)
def test_mutated_files_do_no_harm(count, seed):
    told = told_of(count, seed)
    assert told["slowest"] < 5
    assert told["memory"] < 500 * 1024**2
    assert told["reached"] == []
    assert 0 < told["problems"] < count
