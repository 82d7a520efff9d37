"""Read the picture of a digest: that it is there, lies in the digest's folder, and its size."""

from __future__ import annotations

import os
from pathlib import Path

from generator.load.files import folder_at, is_inside
from generator.load.images import HEADER, Size, size_of
from generator.load.shapes import ImageKeys
from generator.load.words import shown
from generator.load.yaml_tree import Tree
from generator.model import Image
from generator.problems import Problem

READABLE = "Check that you may read it."


def read_image(
    keys: ImageKeys, tree: Tree, directory: Path, problems: list[Problem]
) -> Image | None:
    """Return the picture that `keys` name in the digest's `directory`."""
    if ("image", "file") not in tree.lines:
        return None
    try:
        found = _fault(keys.file, directory)
        size = None if found else _size(directory / keys.file)
    except OSError as error:
        found, size = (
            ("F001", f"{shown(keys.file)} cannot be read: {error.strerror}", READABLE),
            None,
        )
    if size is None:
        code, what, mend = found or (
            "F007",
            f"{shown(keys.file)} is no picture we can read",
            "Save it as PNG, JPEG, GIF, WebP, or SVG with a viewBox.",
        )
        line = tree.line_of("image", "file")
        problems.append(Problem(file=tree.file, line=line, code=code, what=what, mend=mend))
        return None
    return Image(
        file=Path(os.path.normpath(keys.file)).as_posix(),
        alt=keys.alt,
        caption=keys.caption,
        credit=keys.credit,
        width=size.width,
        height=size.height,
    )


def _size(path: Path) -> Size | None:
    """Return the size of the picture at `path`."""
    with path.open("rb") as picture:
        return size_of(picture.read(HEADER))


def _fault(file: str, directory: Path) -> tuple[str, str, str] | None:
    """Return what is wrong with the path `file`, if anything: code, what, mend."""
    path = directory / file
    own = folder_at(directory)
    if not (Path(os.path.normpath(path)).is_relative_to(own.path) and is_inside(path, own)):
        what = f"{shown(file)} leads out of the digest's folder"
        return "F004", what, "Copy the picture into the folder, as images/picture.jpg."
    if not path.is_file():
        what = f"the digest's folder holds no picture {shown(file)}"
        return "D011", what, "Store it there, or correct the path."
    return None
