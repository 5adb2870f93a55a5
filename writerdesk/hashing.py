"""The hash everything is known by: BLAKE2, without the rest of ``hashlib``.

``hashlib`` brings OpenSSL with it, 4 ms of a start for what is not needed; Python's own ``random``
goes round it in the same way.
"""

try:
    from _blake2 import blake2b
except ImportError:  # A Python that keeps it elsewhere.
    from hashlib import blake2b

__all__ = ["blake2b"]
