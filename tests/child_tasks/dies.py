"""Fails before it answers."""


def task(frames):
    frames.receive()
    raise ValueError("a mistake of ours")
