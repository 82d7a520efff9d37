"""Edits of a small site such as editors, designers and clocks make them, at random."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import CHECKOUT, NEW_YEAR, environment

MORE = {
    "ferry": "The ferry stays in port, Fen Herald reports. “Nobody told us,” writes Quay Post.",
    "mill": "Vale Gazette calls the mill “a brick of a house”. Reed Radio says that it opens.",
    "weir": "“The weir will hold,” Weir Watch writes. Fen Herald doubts that it will hold.",
    "bridge": "River Wire reports that the bridge is closed. “At last,” writes Vale Gazette.",
}
"""Narrated reviews, by slug."""

SETTINGS = """\
import sys
sys.path.insert(0, {checkout!r})
from generator import pelican_plugin
globals().update(pelican_plugin.DEFAULT_SETTINGS)
PLUGINS = [pelican_plugin]
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITENAME = "Edited"
SITEURL = "https://edited.example"
PRESSREVIEW = {{"per_page": 2, "approvals": 0}}
"""


@dataclass(slots=True)
class EditedSite:
    """A site on disk, and what its clock says."""

    folder: Path
    clock: int = int(NEW_YEAR)
    away: list[str] = field(default_factory=list)
    """Digests that were deleted, and wait beside the site."""

    @property
    def digests(self) -> list[Path]:
        """All digest folders."""
        return sorted((self.folder / "content" / "digests").iterdir())

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "pelicanconf.py"


def new_site(folder: Path) -> EditedSite:
    """Make the site: the golden content, and some narrated reviews."""
    shutil.copytree(CHECKOUT / "tests" / "golden" / "content", folder / "content")
    shutil.copytree(CHECKOUT / "themes" / "pressreview", folder / "theme")
    for day, (slug, words) in enumerate(MORE.items(), start=1):
        home = folder / "content" / "digests" / slug
        home.mkdir()
        title = f"title: The {slug}\ndate: 2026-10-0{day}\ntopic: Crafts\n"
        (home / "digest.yaml").write_text(title, encoding="utf-8")
        (home / "review.md").write_text(f"{words}\n", encoding="utf-8")
    site = EditedSite(folder=folder)
    site.settings.write_text(SETTINGS.format(checkout=str(CHECKOUT)), encoding="utf-8")
    return site


Edit = Callable[[EditedSite, random.Random], str]
"""Changes a site and says how."""


def _changed(path: Path, change: Callable[[str], str]) -> str:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return f"{path.parent.name}/{path.name}"


def a_sentence_more(site: EditedSite, chance: random.Random) -> str:
    """Write a sentence at the end of a review or an article."""
    texts = sorted(site.folder.glob("content/digests/*/**/*.md"))
    number = chance.randrange(1000)
    outlet = chance.choice(["Fen Herald", "Quay Post", "Reed Radio", "The Lamp", "Weir Watch"])
    more = f"\n“So number {number} says,” writes {outlet}.\n"
    return "a sentence in " + _changed(chance.choice(texts), lambda text: text + more)


def another_title(site: EditedSite, chance: random.Random) -> str:
    """Give a digest another title."""
    title = f"title: Number {chance.randrange(1000)}"
    file = chance.choice(site.digests) / "digest.yaml"
    return "a title: " + _changed(file, lambda text: re.sub("(?m)^title:.*$", title, text))


def another_date(site: EditedSite, chance: random.Random) -> str:
    """Give a digest another date."""
    date = f"date: 2026-{chance.randrange(8, 11):02}-{chance.randrange(1, 28):02}"
    file = chance.choice(site.digests) / "digest.yaml"
    return f"{date}: " + _changed(file, lambda text: re.sub("(?m)^date:.*$", date, text))


def another_topic(site: EditedSite, chance: random.Random) -> str:
    """Give a digest another topic, or none."""
    topic = chance.choice(["topic: Crafts\n", "topic: Water\n", ""])

    def change(text: str) -> str:
        return re.sub("(?m)^topic:.*\n", "", text).rstrip("\n") + f"\n{topic}"

    return f"{topic or 'no topic'}: " + _changed(
        chance.choice(site.digests) / "digest.yaml", change
    )


def an_embargo(site: EditedSite, chance: random.Random) -> str:
    """Hold a digest until some moment, or no longer."""
    day = f"embargo: 2027-01-{chance.randrange(1, 20):02}T00:00:00Z\n"
    line = chance.choice([day, "", "status: draft\n"])

    def change(text: str) -> str:
        return re.sub("(?m)^(?:embargo|status):.*\n", "", text).rstrip("\n") + f"\n{line}"

    return f"{line or 'released'}: " + _changed(chance.choice(site.digests) / "digest.yaml", change)


def time_passes(site: EditedSite, chance: random.Random) -> str:
    """Let some days pass, or go back."""
    site.clock = int(NEW_YEAR) + 86_400 * chance.randrange(0, 20)
    return f"the clock says {site.clock}"


def another_outlet(site: EditedSite, chance: random.Random) -> str:
    """Rename an outlet, alias it, move it to another country, or add one."""
    file = site.folder / "content" / "outlets.yaml"
    pairs = [
        ("- name: Weir Watch\n", "- name: Weir Watcher\n  aliases: [Weir Watch]\n"),
        ("- name: Weir Watcher\n  aliases: [Weir Watch]\n", "- name: Weir Watch\n"),
        ("aliases: [Herald]", "aliases: [Herald, The Fen]"),
        ("aliases: [Herald, The Fen]", "aliases: [Herald]"),
        ("country: XT", "country: XL"),
        ("country: XL", "country: XT"),
        ("- name: River Wire\n", "- name: The Lamp\n  country: XV\n- name: River Wire\n"),
        ("- name: The Lamp\n  country: XV\n", ""),
    ]
    known = file.read_text(encoding="utf-8")
    old, new = chance.choice([pair for pair in pairs if pair[0] in known])
    return f"{old!r} → {new!r} in " + _changed(file, lambda text: text.replace(old, new, 1))


def another_person(site: EditedSite, chance: random.Random) -> str:
    """Write people.yaml anew."""
    file = site.folder / "content" / "people.yaml"
    role = chance.choice(["miller", "warden", "potter"])
    rows = f"- name: Tom Reed\n  aliases: [Reed]\n  role: {role}\n"
    file.write_text(chance.choice([rows, ""]), encoding="utf-8")
    return "people.yaml"


def another_setting(site: EditedSite, chance: random.Random) -> str:
    """Change a setting."""
    old, new = chance.choice(
        [
            ('"per_page": [0-9]', f'"per_page": {chance.randrange(1, 5)}'),
            ('SITENAME = ".*"', f'SITENAME = "Edited {chance.randrange(9)}"'),
            ('SITEURL = ".*"', f'SITEURL = "{chance.choice(["", "https://edited.example"])}"'),
        ]
    )
    return f"{new} in " + _changed(site.settings, lambda text: re.sub(old, new, text))


def another_template(site: EditedSite, chance: random.Random) -> str:
    """Change a template, or the style sheet."""
    names = ["base", "digest", "_quotation", "_card", "outlet", "list", "home", "_links"]
    file = site.folder / "theme" / "templates" / f"{chance.choice(names)}.html"
    number = chance.randrange(1000)
    if file.stem.startswith("_"):
        return "a macro in " + _changed(
            file, lambda text: text.replace("<li>", f"<li data-n='{number}'>")
        )
    return "a template: " + _changed(
        file, lambda text: text.replace("class=", f"data-n='{number}' class=", 1)
    )


def deleted(site: EditedSite, chance: random.Random) -> str:
    """Delete a digest, or bring one back."""
    beside = site.folder / "away"
    beside.mkdir(exist_ok=True)
    if site.away and (chance.random() < 0.6 or len(site.digests) < 3):
        slug = site.away.pop()
        shutil.move(beside / slug, site.folder / "content" / "digests" / slug)
        return f"{slug} is back"
    folder = chance.choice(site.digests)
    site.away.append(folder.name)
    shutil.move(folder, beside / folder.name)
    return f"{folder.name} is gone"


def renamed(site: EditedSite, chance: random.Random) -> str:
    """Rename a digest's folder; its old address redirects."""
    folder = chance.choice(site.digests)
    file = folder / "digest.yaml"
    known = re.search(r"(?m)^was: \[(.*)\]$", file.read_text(encoding="utf-8"))
    was = f"was: [{', '.join(filter(None, [known[1] if known else '', folder.name]))}]\n"
    _changed(file, lambda text: re.sub("(?m)^was:.*\n", "", text).rstrip("\n") + f"\n{was}")
    new = folder.with_name(f"d{chance.randrange(10_000)}")
    folder.rename(new)
    return f"{folder.name} is now {new.name}"


def output_spoilt(site: EditedSite, chance: random.Random) -> str:
    """Delete or spoil a file of the output folder, or all of it."""
    files = sorted(p for p in (site.folder / "output").rglob("*") if p.is_file())
    if not files or chance.random() < 0.2:
        shutil.rmtree(site.folder / "output", ignore_errors=True)
        return "no output folder"
    file = chance.choice(files)
    if chance.random() < 0.5:
        file.unlink()
        return f"{file.name} is gone"
    file.write_text("spoilt", encoding="utf-8")
    return f"{file.name} is spoilt"


def memory_lost(site: EditedSite, chance: random.Random) -> str:
    """Delete or spoil what earlier builds found out."""
    state = site.folder / ".output.pressreview" / "state.db"
    if chance.random() < 0.5:
        state.unlink(missing_ok=True)
        return "no memory"
    state.write_bytes(b"spoilt" * chance.randrange(1, 2000))
    return "a spoilt memory"


def cut_off(site: EditedSite, chance: random.Random) -> str:
    """Change a text, and kill the build of it at some moment."""
    said = a_sentence_more(site, chance)
    build = subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=site.folder,
        env={**environment(SOURCE_DATE_EPOCH=str(site.clock)), "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        build.wait(chance.uniform(0.5, 2.0))
    with contextlib.suppress(ProcessLookupError):
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    return f"killed after {said}"


def mistaken(site: EditedSite, chance: random.Random) -> str:
    """Make a mistake in a digest.yaml, or mend one."""
    file = chance.choice(site.digests) / "digest.yaml"
    return "a mistake: " + _changed(
        file,
        lambda text: (
            text.replace("tittle:", "title:")
            if "tittle:" in text
            else text.replace("title:", "tittle:", 1)
        ),
    )


def mended(site: EditedSite) -> None:
    """Mend every mistake, so that the next build publishes."""
    for folder in site.digests:
        _changed(folder / "digest.yaml", lambda text: text.replace("tittle:", "title:"))


EDITS: tuple[Edit, ...] = (
    *(a_sentence_more, another_title, another_date, another_topic, an_embargo, time_passes),
    *(another_outlet, another_person, another_setting, another_template, deleted, renamed),
    *(output_spoilt, memory_lost, cut_off, mistaken),
)
