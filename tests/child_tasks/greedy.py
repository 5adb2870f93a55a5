"""Takes more memory than it may."""


def task(frames):
    frames.receive()
    hoard = []
    while True:
        hoard.append(bytearray(b"x") * (16 * 1024 * 1024))
