"""Report every problem of the content, in words, as JSON, or as GitHub annotations."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator import clock
from generator.cli import UsageError
from generator.load import is_content_folder, is_digest_folder
from generator.load.words import nearest
from generator.problems import Problem, problem_codes
from generator.settings import SettingsError, SiteSettings

HELP = "report every problem of the content"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    add_content_options(parser)
    parser.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="how to print the problems"
    )
    parser.add_argument("--explain", metavar="CODE", help="say what a problem's code means")


def add_content_options(parser: argparse.ArgumentParser) -> None:
    """Add what says which content is meant, and with which settings."""
    parser.add_argument(
        "path",
        nargs="*",
        default=["content"],
        help="content folder or digest folders (default: content)",
    )
    parser.add_argument(
        "-s", "--settings", help="settings file (default: pelicanconf.py, where there is one)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 if one of them is an error."""
    if options.explain:
        print(explanation(options.explain))
        return 0
    settings = settings_for(options.settings)
    problems: list[tuple[Problem, Path]] = []
    for path in content_paths(options.path):
        problems += [(problem, base_of(path)) for problem in found_in(path, settings)]
    FORMATS[options.format](sorted(dict.fromkeys(problems)))
    return int(any(problem.severity == "error" for problem, _ in problems))


def content_paths(given: list[str]) -> Iterator[Path]:
    """Yield the folders that were named; `UsageError` for one that can hold no content."""
    for name in given:
        path = Path(name)
        if not (is_digest_folder(path) or is_content_folder(path) or path.name == "content"):
            message = f"{name} is neither a content folder nor a digest folder"
            raise UsageError(message)
        yield path


def settings_for(file: str | None) -> SiteSettings:
    """Return the site's settings, for its language and excerpts count; ours where it has none."""
    if file is None and not Path("pelicanconf.py").is_file():
        return SiteSettings(title="")
    # Imported late: Pelican takes its time, and a folder outside a site does without.
    from generator.pelican_plugin.options import settings_in  # noqa: PLC0415

    try:
        return settings_in(file or "pelicanconf.py")
    except SettingsError as error:
        message = f"{file or 'pelicanconf.py'} {error}"
        raise UsageError(message) from error


def found_in(path: Path, settings: SiteSettings) -> tuple[Problem, ...]:
    """Return all problems of the content folder or digest folder at `path`."""
    # Imported late: the analysis takes its time to start, and `--explain` does without.
    from generator.edition import problems_found  # noqa: PLC0415

    return problems_found(path, settings, now=clock.now())


def explanation(code: str) -> str:
    """Return what the problem code `code` means. Raises `UsageError` if there is none such."""
    codes = problem_codes()
    known = codes.get(code.upper())
    if known is None:
        near = nearest(code, codes)
        hint = f"did you mean {near}?" if near else "docs/problems.md lists all"
        message = f"no problem has the code {code}; {hint}"
        raise UsageError(message)
    return f"{known.code}: {known.title}\n\n{known.explanation}"


def base_of(path: Path) -> Path:
    """Return the folder that the files of problems found in `path` are relative to."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    in_site = is_digest_folder(path) and absolute.parent.name == "digests"
    return absolute.parents[2] if in_site else absolute.parent


Found = Iterable[tuple[Problem, Path]]


def _as_text(problems: Found) -> None:
    """Print a line a problem, and to standard error how many there are."""
    counts = {"error": 0, "warning": 0}
    for problem, _ in problems:
        counts[problem.severity] += 1
        print(f"{problem}{' (a warning)' if problem.severity == 'warning' else ''}")
    said = [
        f"{number} {word}{'s' if number > 1 else ''}" for word, number in counts.items() if number
    ]
    print(" and ".join(said) or "no problem", file=sys.stderr)


def _as_json(problems: Found) -> None:
    """Print a list with an object a problem."""
    keys = ("code", "severity", "file", "line", "what", "mend")
    rows = [{key: getattr(problem, key) for key in keys} for problem, _ in problems]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


def _as_github(problems: Found) -> None:
    """Print a workflow command a problem, with files as seen from the current folder.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for problem, base in problems:
        file = os.path.relpath(base / problem.file).replace(os.sep, "/")
        place = f"file={_escaped(file, also=':,')},line={problem.line},title={problem.code}"
        message = _escaped(f"{problem.what}. {problem.mend}")
        print(f"::{problem.severity} {place}::{message}")


def _escaped(text: str, *, also: str = "") -> str:
    """Return `text` with the signs that end a workflow command's parts written as %XX."""
    return text.translate({ord(sign): f"%{ord(sign):02X}" for sign in f"%\r\n{also}"})


FORMATS: dict[str, Callable[[Found], None]] = {
    "text": _as_text,
    "json": _as_json,
    "github": _as_github,
}
