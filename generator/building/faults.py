"""What goes wrong while pages are drawn by no fault of ours, said as a problem with its place.

Templates, and the filters that settings bring for them, are programs of the site's own; pictures
may go between the moment they are read and the one they are published.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError

from generator.problems import Problem, ProblemsFoundError
from generator.render import draw
from generator.views.shapes import View


def page_of(environment: Environment, view: View, *, content: Path) -> bytes:
    """Return the page of `view`.

    Raises `ProblemsFoundError` if its template, or a filter in it, fails; `content` is the content
    folder, beside which paths are shown.
    """
    with drawing(f"page {view.page.address or 'home'}", content=content):
        return draw(environment, view)


@contextmanager
def drawing(
    what: str,
    *,
    content: Path,
    lacks: str = "cannot be drawn",
    kind: type[Exception] = Exception,
) -> Iterator[None]:
    """Turn failures of this `kind` while the block runs into `ProblemsFoundError`."""
    try:
        yield
    except (MemoryError, OSError):
        raise
    except kind as error:  # a template is a program, and can fail in any way
        file, line = _place(error)
        problem = Problem(
            file=_beside(file, content) if file else "theme",
            line=line,
            code="B005",
            what=f"the {what} {lacks}: {_reason(error)}",
            mend="Mend the template, or the filter that it calls.",
        )
        raise ProblemsFoundError((problem,)) from error


def _place(error: Exception) -> tuple[str, int]:
    """Return file and line of the innermost template that `error` went through."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    # Jinja puts the templates' own files and lines into the traceback.
    frames = traceback.extract_tb(error.__traceback__)
    drawn = [f for f in frames if not f.filename.endswith(".py") and Path(f.filename).is_file()]
    return (drawn[-1].filename, drawn[-1].lineno or 1) if drawn else ("", 1)


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}"
    reason = " ".join(str(error).split()).rstrip(".")
    return f"{type(error).__name__}: {reason}" if reason else type(error).__name__


def _beside(file: str, content: Path) -> str:
    """Return `file` as seen from the folder that holds the content, where it lies below it."""
    path, home = Path(os.path.abspath(file)), Path(os.path.abspath(content)).parent  # noqa: PTH100
    return (path.relative_to(home) if path.is_relative_to(home) else path).as_posix()


def picture_bytes(content: Path, slug: str, picture: str) -> bytes:
    """Return the picture of a digest, given as a path in its folder.

    Raises `ProblemsFoundError` if it cannot be read.
    """
    path = content / "digests" / slug / picture
    try:
        return path.read_bytes()
    except OSError as error:
        problem = Problem(
            file=path.relative_to(content.parent).as_posix(),
            line=1,
            code="F001",
            what=f"the picture cannot be read: {error.strerror or error}",
            mend="It was there when the build began. Put it back, or build again.",
        )
        raise ProblemsFoundError((problem,)) from error
