"""Never answers."""

import threading


def task(frames):
    frames.receive()
    threading.Event().wait()
