"""Keeps records on disk, safely."""
