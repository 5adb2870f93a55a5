"""Finds the read-only files the app ships, in a wheel as in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resources() -> Path:
    """Return the folder of icons, palettes, style sheets, export looks and catalogues."""
    return _shipped("_resources", "resources")


def seeds() -> Path:
    """Return the folder of the sample story."""
    return _shipped("_seeds", "seeds")


def _shipped(in_wheel: str, in_checkout: str) -> Path:
    inside = _PACKAGE / in_wheel
    return inside if inside.is_dir() else _PACKAGE.parent / in_checkout
