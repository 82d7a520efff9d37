"""The command line: `python -m generator …`, installed as `pressreview …`.

One module a command; each offers `HELP` (one line), `configure(parser)` and `run(options)`,
which returns the exit status: 0 fine, 1 problems found, 2 usage.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module

from generator import __version__
from generator.problems import ProblemsFoundError

COMMANDS = (
    "build",
    "serve",
    "check",
    "verify",
    "new",
    "quotes",
    "explain",
    "summarize",
    "readability",
    "outlets",
)


class UsageError(Exception):
    """What was asked cannot be done as asked; printed in one line, exit status 2."""


def parser(command: str = "") -> argparse.ArgumentParser:
    """Return the parser of the command line: of `command` alone, or of all there are.

    What a command needs takes its time to be imported; so the others stay where they are.
    """
    top = argparse.ArgumentParser(
        prog="pressreview",
        description="Build, check and analyse press reviews.",
    )
    top.add_argument("--version", action="version", version=f"pressreview {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in (command,) if command in COMMANDS else COMMANDS:
        module = import_module(f"{__name__}.{name}")
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.configure(sub)
        sub.set_defaults(run=module.run)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status; never a traceback for a user's mistake."""
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(given[0] if given else "").parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        # Texts are UTF-8, whatever the machine's locale would write. A file's name may hold other
        # bytes: they come out written as `\udcff`, which is JSON too.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
    except ProblemsFoundError as found:
        for problem in found.problems:
            print(problem, file=sys.stderr)
        return 1
    except UsageError as error:
        print(f"pressreview {options.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; that is no fault. Python would
        # complain once more when it flushes at exit, so point standard output elsewhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
