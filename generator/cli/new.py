"""Begin a digest: its folder, a digest.yaml, and the narrated review or a sample article."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path

from generator.cli import UsageError
from generator.cli.texts import read_texts
from generator.clock import now
from generator.load.schemas import SHAPES, schema_folder
from generator.load.slugs import is_slug
from generator.text.slugs import slug

HELP = "begin a digest"

BUILD = "make html (or .venv/bin/pressreview build)"
"""What builds the site as the README sets it up."""

ENDINGS = {".md": ".md", ".markdown": ".md", ".txt": ".txt", "": ".md"}
"""Ending of a review as given → as it is stored; standard input is Markdown."""

DIGEST = """\
# yaml-language-server: $schema={schema}/digest.json
# Every key there is: docs/content-reference.md
title: {title}
date: {date}
kind: event        # or work, for reviews of a book, film, game…
status: {status}
"""

SAMPLE = """\
---
# yaml-language-server: $schema={schema}/article.json
# Copy this file to a name without '_' for each article you store, and fill it in.
outlet: Name of the newspaper, agency or broadcaster
headline: The article's own headline
byline: Who wrote it
published: {date}
url: https://example.org/the-article
---
Paste the article's text here, as it stands. Only quotations from it are published.
"""
"""Its name begins with '_', so that it is never read as an article."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `new`."""
    parser.add_argument("title", help="the digest's headline")
    parser.add_argument(
        "--narrated",
        metavar="FILE",
        help="a review you have written (.md or .txt, or - for standard input)",
    )
    parser.add_argument(
        "--slug", help="the address: a to z, digits and hyphens (default: made from the title)"
    )
    parser.add_argument("--content", default="content", help="content folder (default: content)")


def run(options: argparse.Namespace) -> int:
    """Make the folder, and say what to do next."""
    title = " ".join(options.title.split())
    name = options.slug or slug(title)
    if not is_slug(name):
        message = f"{name!r} cannot be an address; as --slug give '{slug(name)}'"
        raise UsageError(message)
    if not any(letter.isalnum() for letter in title):
        message = "give the digest a title with a letter or a digit in it"
        raise UsageError(message)
    content = Path(options.content)
    folder = content / "digests" / name
    if os.path.lexists(folder):
        message = f"{folder} is there already; give another title, or --slug"
        raise UsageError(message)
    review = read_texts([options.narrated])[0] if options.narrated else None
    if review and not review.text.strip():
        message = f"{options.narrated} is empty"
        raise UsageError(message)
    if review and review.suffix not in ENDINGS:
        message = f"{options.narrated} is neither Markdown (.md) nor plain text (.txt)"
        raise UsageError(message)
    try:
        date, schema = now().date().isoformat(), schema_path(content, folder)
        folder.mkdir(parents=True)
        status = "published" if review else "draft"
        values = {"title": json.dumps(title, ensure_ascii=False), "date": date}
        _write(folder / "digest.yaml", DIGEST.format(**values, status=status, schema=schema))
        if review:
            _write(folder / f"review{ENDINGS[review.suffix]}", review.text)
        else:
            schema = f"../{schema}"
            (folder / "articles").mkdir()
            _write(folder / "articles" / "_sample.md", SAMPLE.format(date=date, schema=schema))
    except OSError as error:
        message = f"{error.filename or folder} cannot be written: {error.strerror}"
        raise UsageError(message) from error
    print(_next_steps(folder, narrated=review is not None))
    return 0


def schema_path(content: Path, folder: Path) -> str:
    """Return the path from a digest's folder to the schemas, below the site's own folder.

    In a checkout the package's own are there; elsewhere they are copied to schema/, so that no
    digest.yaml names a place that only one machine has.
    """
    site = Path(os.path.abspath(content)).parent  # noqa: PTH100 - resolve() would follow links
    schemas = schema_folder()
    if not schemas.is_relative_to(site) or ".venv" in schemas.parts:
        schemas = site / "schema"
        schemas.mkdir(parents=True, exist_ok=True)
        for name in SHAPES:
            shutil.copyfile(schema_folder() / name, schemas / name)
    return os.path.relpath(schemas, folder).replace(os.sep, "/")


def _write(path: Path, text: str) -> None:
    """Write a new file, as UTF-8 and without newline translation."""
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)


def _next_steps(folder: Path, *, narrated: bool) -> str:
    """Return what the editor does next."""
    if narrated:
        return f"Made {folder}.\nNext: {BUILD}; then open output/index.html."
    return (
        f"Made {folder}, a draft.\n"
        f"Next: copy {folder}/articles/_sample.md for each article you store, and fill it in;\n"
        "or write what the outlets said into review.md beside digest.yaml.\n"
        f"Then set its status to published: {BUILD}."
    )
