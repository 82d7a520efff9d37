"""The `outlets` command, run as users run it."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def outlets(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    program = "import sys, argparse; from generator.cli import outlets, UsageError\n"
    program += "parser = argparse.ArgumentParser(); outlets.configure(parser)\n"
    program += "sys.exit(outlets.run(parser.parse_args()))"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        input=text,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


def test_lines_of_a_text() -> None:
    """A line an outlet: its country, count, spellings and whether it is weak."""
    done = outlets("-", "--format", "jsonl", text="Reuters, reuters.com; ABC. The Sun rose.")
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["slug"], row["count"], row["weak"]) for row in rows] == [
        ("reuters", 2, False),
        (None, 1, False),
        ("the-sun", 1, True),
    ]
    assert rows[0]["names"] == ["Reuters", "reuters.com"]
    assert rows[1]["candidates"][:1] == ["abc"]


def test_table_of_a_text() -> None:
    """The table marks what is weak or undecided."""
    done = outlets("-", text="Reuters; ABC. The Sun rose.")
    assert done.returncode == 0
    assert "weak: may be no outlet" in done.stdout
    assert "undecided: abc, " in done.stdout


def test_lookup() -> None:
    """All facts of every outlet of the name are printed."""
    done = outlets("--lookup", "NYT", "--format", "jsonl")
    assert done.returncode == 0
    facts = json.loads(done.stdout)
    assert (facts["slug"], facts["country"]) == ("the-new-york-times", "US")
    assert "lean" not in facts


def test_lookup_fails_with_suggestions() -> None:
    """An unknown name is status 1 and brings the nearest names."""
    done = outlets("--lookup", "The Gaurdian")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(
        "no outlet 'The Gaurdian' in the registry. Did you mean 'The Guard"
    )
