"""Broken content gives one clear line with place and mend, and leaves the earlier site whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import files_of, run_build

SLUG = "digests/brennau-raises-its-rate"
DIGEST = f"{SLUG}/digest.yaml"


def _replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(content: Path) -> None:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _write(file: str, data: bytes) -> Callable[[Path], None]:
    def spoil(content: Path) -> None:
        (content / file).parent.mkdir(parents=True, exist_ok=True)
        (content / file).write_bytes(data)

    return spoil


def _twin(content: Path) -> None:
    article = min((content / SLUG / "articles").glob("*.md"))
    article.with_suffix(".html").write_bytes(article.read_bytes())


def _bomb() -> bytes:
    lines = ["title: Bomb", "date: 2026-01-01", "a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "\n".join(lines).encode()


SPOILS: dict[str, tuple[str, str, Callable[[Path], None]]] = {
    "unknown key": ("Y008", DIGEST, _replace(DIGEST, "\ntitle:", "\nheadlines: x\ntitle:")),
    "duplicate key": ("Y002", DIGEST, _replace(DIGEST, "\ntitle:", "\ntitle: Twice\ntitle:")),
    "bad date": ("Y012", DIGEST, _replace(DIGEST, "\ndate: 2026-10-21", "\ndate: 21.10.2026")),
    "unknown outlet": (
        "O001",
        f"{SLUG}/articles/stray.md",
        _write(f"{SLUG}/articles/stray.md", b"---\noutlet: Nobody Gazette\nheadline: H\n---\nX.\n"),
    ),
    "missing article file": (
        "D003",
        DIGEST,
        _replace(DIGEST, "\narticles:\n", "\narticles:\n  - id: not-stored\n"),
    ),
    "two articles with one id": ("A004", f"{SLUG}/articles/", _twin),
    "invalid UTF-8": ("F002", DIGEST, _write(DIGEST, b"title: \xff\xfe\ndate: 2026-01-01\n")),
    "empty review": (
        "D002",
        "digests/night-train-returns/review.txt",
        _write("digests/night-train-returns/review.txt", b" \n"),
    ),
    "alias bomb": ("Y004", DIGEST, _write(DIGEST, _bomb())),
    "path that leaves the content": (
        "F004",
        "digests/highfold-gates/digest.yaml",
        _replace("digests/highfold-gates/digest.yaml", "images/highfold.png", "../../../x.png"),
    ),
}


@pytest.mark.parametrize("name", SPOILS)
@pytest.mark.parametrize("plain_pelican", [False, True], ids=["build", "pelican"])
def test_broken_content(name: str, *, plain_pelican: bool, content_copy: Path) -> None:
    """One line `file:line: CODE what. mend.`, exit 1, no traceback, the earlier output whole."""
    code, file, spoil = SPOILS[name]
    output = content_copy.parent / "output"
    output.mkdir()
    (output / "index.html").write_text("the site that was published before", encoding="utf-8")
    spoil(content_copy)
    done = run_build(output, content=content_copy, plain_pelican=plain_pelican)
    said = [line for line in done.stderr.splitlines() if line.strip()]
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert any(line.startswith(f"content/{file}") and f": {code} " in line for line in said), said
    assert len(said) == 1, said
    assert files_of(output) == {"index.html": b"the site that was published before"}


def test_all_problems_come_in_one_run(content_copy: Path) -> None:
    """Several faults in several files are all reported, in order of place."""
    for name in ("unknown key", "empty review", "path that leaves the content"):
        SPOILS[name][2](content_copy)
    done = run_build(content_copy.parent / "output", content=content_copy)
    places = [line.split(": ", 1)[0] for line in done.stderr.splitlines() if line.strip()]
    assert done.returncode == 1
    assert len(places) == 3
    assert places == sorted(places)
    assert not (content_copy.parent / "output").exists()


def test_a_page_that_pelican_cannot_read_ends_the_run(content_copy: Path) -> None:
    """An error that Pelican only logs stops the build too, and nothing is written."""
    (content_copy / "pages/broken.md").write_bytes(b"Title: \xff\n\nText.\n")
    output = content_copy.parent / "output"
    for plain_pelican in (True, False):
        done = run_build(output, content=content_copy, plain_pelican=plain_pelican)
        assert done.returncode == 1
        assert "broken.md" in done.stdout + done.stderr
        assert not output.exists()


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights")
def test_a_link_out_of_the_content_is_refused(content_copy: Path) -> None:
    """A symbolic link to a file outside is a problem, not a page."""
    secret = content_copy.parent / "secret.md"
    secret.write_text("---\noutlet: Meridian Wire\nheadline: H\n---\nsecret words\n")
    (content_copy / SLUG / "articles/out.md").symlink_to(secret)
    done = run_build(content_copy.parent / "output", content=content_copy)
    assert done.returncode == 1
    assert ": F004 " in done.stderr


@pytest.mark.parametrize(
    ("file", "text", "place", "owner"),
    [
        *(
            (f"pages/{slug}.md", f"Title: X\nSlug: {slug}\n", f"{slug}/index.html", "")
            for slug in ("archive", "Outlets", "topics", "speakers")
        ),
        ("pages/home.md", "Title: X\nSave_as: index.html\n", "index.html", ""),
        ("pages/lost.md", "Title: X\nSave_as: ./404.html\n", "./404.html", ""),
        ("pages/data.md", "Title: X\nSave_as: quotations.json\n", "quotations.json", ""),
        ("pages/map.md", "Title: X\nSave_as: sitemap.xml\n", "sitemap.xml", ""),
        (
            "pages/highfold.md",
            "Title: X\nSave_as: digests/highfold-gates/index.html\n",
            "digests/highfold-gates/index.html",
            "",
        ),
        (
            "pages/zz-hidden.md",
            "Title: X\nStatus: hidden\nSave_as: about/index.html\n",
            "about/index.html",
            "content/pages/about.md",
        ),
    ],
)
def test_an_ordinary_page_takes_nobodys_place(
    file: str, text: str, place: str, owner: str, content_copy: Path
) -> None:
    """A page at the address of another is one line with its mend, and nothing is published."""
    (content_copy / file).write_text(f"{text}\nWords.\n", encoding="utf-8")
    output = content_copy.parent / "output"
    # The demonstration takes seconds to read; once by each of the two commands will do.
    for plain_pelican in (True, False) if file == "pages/home.md" else (True,):
        done = run_build(output, content=content_copy, plain_pelican=plain_pelican)
        assert done.returncode == 1
        assert done.stderr == (
            f"content/{file}:1: B002 its place in the site, {place}, is that of "
            f"{owner or 'a page or file that Pressreview makes'}. "
            "Give it another slug, or another save_as.\n"
        )
        assert "Traceback" not in done.stdout
        assert not output.exists()


def test_a_warning_is_printed_and_stops_nothing(content_copy: Path) -> None:
    """A build says every warning on standard error, and publishes."""
    (content_copy / SLUG / "notes.docx").write_bytes(b"x")
    output = content_copy.parent / "output"
    done = run_build(output, content=content_copy)
    assert done.returncode == 0
    assert done.stderr == (
        f"content/{SLUG}/notes.docx:1: F006 nothing reads this file. "
        "Move it away, or begin its name with '_' to put it aside. (a warning)\n"
    )
    assert (output / "index.html").is_file()


def test_a_file_of_the_users_in_a_pages_place_is_named(content_copy: Path) -> None:
    """What stands in the output folder and is not ours is never removed, whole folders least."""
    output = content_copy.parent / "output"
    (output / "index.html").mkdir(parents=True)
    (output / "index.html/mine.pdf").write_bytes(b"mine")
    done = run_build(output, content=content_copy)
    assert done.returncode == 1
    assert done.stderr == (
        "output/index.html/mine.pdf is in the way of a page, and no build of Pressreview wrote "
        "it, so nothing was published. Move it away, or give the page another address.\n"
    )
    assert files_of(output) == {"index.html/mine.pdf": b"mine"}
