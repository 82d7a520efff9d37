"""Read the spec cases of `tests/spec/*.md` and print what the rules find, as the cases do.

A case is a title, the input and the expected lines, parted by lines that hold one dot. Each
expected line reads `kind | outlet | speaker (role) | words`; parts of the words that a cue
interrupts are joined by ` … `; `-` stands for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model import Attribution, Outlet
from generator.outlets import Registry
from generator.quotations import attributions
from generator.reading import Reading, read

FOLDER = Path(__file__).parents[1] / "spec"

INVENTED = Registry(
    (
        Outlet(slug="the-beacon", name="The Beacon", country="VA", kind="daily"),
        Outlet(slug="harbour-times", name="Harbour Times", country="VA", kind="daily"),
        Outlet(
            slug="northwind", name="Northwind", aliases=("Northwind News Agency",), kind="agency"
        ),
        Outlet(slug="the-ledger", name="The Ledger", kind="magazine"),
        Outlet(slug="radio-orla", name="Radio Orla", kind="broadcaster"),
        Outlet(slug="mercator-daily-post", name="Mercator Daily Post", kind="daily"),
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One spec case."""

    file: str
    line: int
    title: str
    text: str
    expected: str

    @property
    def name(self) -> str:
        """How pytest shows it."""
        return f"{self.file}:{self.line} {self.title}"


def cases(prefix: str) -> list[Case]:
    """Return the cases of all files whose names begin with `prefix`."""
    found: list[Case] = []
    for path in sorted(FOLDER.glob(f"{prefix}*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        dots = [number for number, line in enumerate(lines) if line == "."]
        for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
            found.append(
                Case(
                    file=path.name,
                    line=first,
                    title=lines[first - 1],
                    text="\n".join(lines[first + 1 : second]),
                    expected="\n".join(lines[second + 1 : third]),
                )
            )
    return found


def found_in(text: str, *, as_review: bool, language: str, registry: Registry = INVENTED) -> str:
    """Return the attributions in `text`, a line each."""
    reading = read(text, language=language)
    found = attributions(reading, registry=registry, as_review=as_review)
    return "\n".join(_line(reading, attribution) for attribution in found)


def _line(reading: Reading, attribution: Attribution) -> str:
    speaker = attribution.speaker or "-"
    if attribution.role:
        speaker += f" ({attribution.role})"
    words = " … ".join(" ".join(span.of(reading.text).split()) for span in attribution.content)
    outlet = attribution.outlet.name if attribution.outlet else "-"
    if attribution.outlet and not attribution.outlet.registered:
        outlet += "?"
    return f"{attribution.kind} | {outlet} | {speaker} | {words}"
