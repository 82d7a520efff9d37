"""Write docs/problems.md from the codes and the tested messages.

Run `python -m tests.problems.problem_pages` after adding a code or changing a message.
"""

from __future__ import annotations

from pathlib import Path

from generator.problems import problem_codes

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "problems.md"

HEAD = """\
# Problems, by code

Every message has the form `file:line: CODE what. mend.` All problems of a run are reported
together; an error stops the build and leaves the earlier output as it was, a warning does not.
`pressreview check` finds them without building, `pressreview check --explain CODE` prints what
stands here. The examples are messages of `tests/problems/`; this page is written by
`python -m tests.problems.problem_pages`.
"""

KINDS = {
    "Y": "The YAML of any file",
    "F": "Files and folders",
    "D": "digest.yaml and the digest's folder",
    "A": "Stored articles",
    "O": "Outlets",
    "P": "People and topics: names",
    "T": "Topics",
    "Q": "Quotations",
    "N": "Neutral words",
    "S": "Summaries",
    "B": "Building",
}
"""First letter of a code → what its problems are about."""


def page() -> str:
    """Return docs/problems.md."""
    codes = problem_codes()
    parts = [HEAD]
    for letter, kind in KINDS.items():
        rows = [code for code in sorted(codes) if code[0] == letter]
        if rows:
            parts.append(f"## {kind}\n")
        for code in rows:
            parts.append(f"### {code}: {codes[code].title}\n\n{codes[code].explanation}\n")
            if example := _example(code):
                parts.append(f"```\n{example}\n```\n")
    return "\n".join(parts)


def _example(code: str) -> str:
    """Return the first tested message of `code`, if there is one."""
    for case in sorted(HERE.glob(f"{code}-*/expected.txt")):
        for line in case.read_text(encoding="utf-8").splitlines():
            if f": {code} " in line:
                return line
    return ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
