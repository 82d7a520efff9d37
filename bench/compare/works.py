"""The works that are measured: what is done before each run, and what must be true after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bench.compare.cost import Cost, RunError, run
from bench.compare.sites import HUGO, OURS, Site, write_data_files

OTHERS = ("eleventy", "pelican")


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """Something that an editor does, and the build that follows."""

    name: str
    tools: tuple[str, ...]
    """Who does it: of two works that are one for a peer, it does the first alone."""
    before: Callable[[Site, int], str]
    """Prepares run number k; returns words that the page of the edited digest must then hold."""


def measure(work: Work, site: Site, number: int) -> Cost:
    """Do `work` on `site` for the time `number` and return what the build cost.

    Raises `RunError` if the build fails or the site does not show what was done.
    """
    words = work.before(site, number)
    cost = run(site.build, folder=site.folder, environment=site.environment)
    page = site.page(edited_digest(site))
    if words not in page.read_text(encoding="utf-8"):
        message = f"{site.tool}: {work.name}: {page} does not show {words!r}"
        raise RunError(message)
    return cost


def edited_digest(site: Site) -> str:
    """Return the slug of the digest that is edited: the one in the middle."""
    slugs = site.slugs()
    return slugs[len(slugs) // 2]


def edit(site: Site, words: str) -> None:
    """Add a sentence with `words` at the end of the narrative of the edited digest."""
    source = site.source(edited_digest(site))
    with source.open("a", encoding="utf-8") as file:
        file.write(f"\nThe {words} stood beside the canal.\n")


def rename_outlet(site: Site, number: int) -> tuple[str, str]:
    """Give an outlet of the edited digest another name; return the old one and the new one.

    Its slug and, as an alias, its first name stay: texts that use it mean the same outlet.
    """
    file = site.folder / "content" / "outlets.yaml"
    text = file.read_text(encoding="utf-8")
    new = f"Renamed Quarterly {number}"
    row = re.search(r"^- name: (Renamed Quarterly \d+)$", text, re.MULTILINE)
    if row:
        changed = text.replace(row[0], f"- name: {new}")
    else:
        narrative = site.source(edited_digest(site)).read_text(encoding="utf-8")
        rows = re.finditer(r"^- name: (.+)$", text, re.MULTILINE)
        row = next(row for row in rows if row[1] in narrative)
        slug = row[1].lower().replace(" ", "-")
        lines = f"- name: {new}\n  slug: {slug}\n  aliases: [{row[1]}]"
        changed = text.replace(f"{row[0]}\n", f"{lines}\n")
    file.write_text(changed, encoding="utf-8")
    return row[1], new


def _forget_all(site: Site, number: int) -> str:
    del number
    site.forget_all()
    return ""


def _with_data_files(site: Site, number: int) -> str:
    write_data_files(site, wanted=True)
    return _forget_all(site, number)


def _without_data_files(site: Site, number: int) -> str:
    if site.tool == OURS:
        write_data_files(site, wanted=False)
    return _forget_all(site, number)


def _forget_output(site: Site, number: int) -> str:
    del number
    site.forget_output()
    return ""


def _nothing(site: Site, number: int) -> str:
    del site, number
    return ""


def _edited(site: Site, number: int) -> str:
    words = f"milestone {number} of the towpath"
    edit(site, words)
    return words


def _renamed(site: Site, number: int) -> str:
    return rename_outlet(site, number)[1]


WITH_DATA = Work(name="cold build, data files too", tools=(OURS,), before=_with_data_files)
COLD = Work(
    name="cold build, all analysis", tools=(OURS, HUGO, *OTHERS), before=_without_data_files
)
CACHED = Work(name="cold build, analyses cached", tools=(OURS, HUGO), before=_forget_output)
EDITED = Work(name="one digest edited", tools=(OURS, HUGO, *OTHERS), before=_edited)
UNCHANGED = Work(name="nothing changed", tools=(OURS, HUGO, *OTHERS), before=_nothing)
RENAMED = Work(name="one outlet renamed", tools=(OURS,), before=_renamed)

WORKS = (WITH_DATA, COLD, CACHED, EDITED, UNCHANGED, RENAMED)
"""In this order: each begins with the site as the one before it left it."""
