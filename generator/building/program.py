"""The fingerprint of this program: another one draws every page anew."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

from generator.building.fingerprints import print_of_bytes, print_of_files
from generator.places import PACKAGE

LIBRARIES = (
    *("Babel", "Jinja2", "Markdown", "MarkupSafe", "PyYAML", "ahocorasick_rs", "feedgenerator"),
    *("nh3", "pelican", "pydantic", "pyromark", "rapidfuzz", "textstat", "unidecode"),
)
"""What has a hand in what a page says; a new version of one draws every page anew."""


def print_of_program() -> bytes:
    """Return the fingerprint of this program: its files, its libraries, and Python.

    Who compiled Python makes no difference, so that machines of one cluster may differ in that.
    """
    files = (p for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    versions = (f"{name} {version(name)}".encode() for name in LIBRARIES)
    python = f"{platform.python_implementation()} {platform.python_version()} {os.name}"
    return print_of_bytes(python.encode(), *versions, print_of_files(files, below=PACKAGE))
