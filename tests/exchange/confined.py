"""Reads broken files, each in a fork that can reach nothing; run as a process of its own.

Every fork does what the app's reader child does, under limits of the kernel: 500 MB of address
space, 5 seconds of processor time, no descriptor beyond those that are open, so that neither a file
nor a socket can be had, no file written. An audit hook tells if one so much as tries.
"""

import encodings
import json
import os
import pkgutil
import random
import resource
import signal
import sys
from importlib import import_module

from tests.exchange.mutants import mutants, sound_files
from writerdesk.exchange.read_child import answer
from writerdesk.exchange.values import Wishes
from writerdesk.exchange.wire import encoded_request

SECONDS = 5
MEMORY = 500 * 1024**2
# What waits instead of working uses no processor time; it is ended after this long by the clock.
_BY_THE_CLOCK = 60
_REACHES_OUT = ("open", "socket.", "subprocess.", "os.", "shutil.", "ctypes.", "import")
_READ, _REFUSED, _REACHED, _BROKE = range(4)


def main(count, seed):
    """Read ``count`` mutants and print how each ended, the slowest and the largest."""
    _warm_up()
    ends = {"read": 0, "refused": 0, "reached": [], "broke": []}
    slowest, largest = 0.0, 0
    for number, (name, data) in enumerate(mutants(count, random.Random(seed))):
        child = os.fork()
        if not child:
            _read_and_leave(name, data)
        _, status, used = os.wait4(child, 0)
        slowest = max(slowest, used.ru_utime + used.ru_stime)
        largest = max(largest, used.ru_maxrss * 1024)
        end = os.waitstatus_to_exitcode(status)
        if end in (_READ, _REFUSED):
            ends["read" if end == _READ else "refused"] += 1
        else:
            ends["reached" if end == _REACHED else "broke"].append([number, name, end])
    print(json.dumps({**ends, "slowest": slowest, "largest": largest}))


def _warm_up():
    """Import whatever reading can need, so that nothing has to be opened afterwards."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in ("mbcs", "oem"):
            import_module(f"encodings.{module.name}")
    for name, data in sound_files():
        answer(encoded_request(data, name, Wishes()))
    sys.stdout.flush()


def _read_and_leave(name, data):
    _confine()
    try:
        told = json.loads(answer(encoded_request(data, name, Wishes())))
        end = _REFUSED if "problem" in told else _READ
    except BaseException as error:
        # A fork must never come back into the loop, whatever happened in it.
        sys.stderr.write(f"{name}: {error!r}\n")
        end = _BROKE
    os._exit(end)


def _confine():
    signal.alarm(_BY_THE_CLOCK)
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    sys.addaudithook(_leave_if_it_reaches_out)


def _leave_if_it_reaches_out(event, told):
    if event.startswith(_REACHES_OUT):
        sys.stderr.write(f"{event} {told}\n")
        os._exit(_REACHED)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
