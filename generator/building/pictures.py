"""Which pictures go out with a digest: its own picture, and those in its folder `images`.

A narrative may show any of them. Whatever is no picture by its ending stays, and so does what a
symbolic link brings in from elsewhere: stored articles are never published.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.load.listing import is_put_aside
from generator.model import Digest

FOLDER = "images"

ENDINGS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
"""What browsers show."""


def pictures_of(digest: Digest, folder: Path) -> tuple[str, ...]:
    """Return the pictures of a digest, as paths within its `folder`, sorted."""
    own = {digest.editorial.image.file} if digest.editorial.image else set()
    return tuple(sorted({*own, *_in_images(folder)}))


def _in_images(folder: Path) -> Iterator[str]:
    images = folder / FOLDER
    if not os.path.isdir(images):  # noqa: PTH112 (most digests have none, and `realpath` takes long)
        return
    real = Path(os.path.realpath(images))
    if real != Path(os.path.realpath(folder)) / FOLDER:
        return
    for place, folders, names in os.walk(images):
        folders[:] = [name for name in folders if not is_put_aside(name)]
        for name in names:
            path = Path(place) / name
            if not is_put_aside(name) and _is_picture(path) and _is_picture_below(path, real):
                yield path.relative_to(folder).as_posix()


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and path.is_file()


def _is_picture_below(path: Path, real: Path) -> bool:
    """Tell whether `path`, every link followed, is a picture below the folder `real`."""
    target = Path(os.path.realpath(path))
    return target.is_relative_to(real) and _is_picture(target)
