"""The command line as a person meets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from tests.conftest import CHECKOUT, environment, settings_text


def _run(*arguments: str, cwd: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """`COMMAND --help` says what it does."""
    done = _run(command, "--help")
    assert done.returncode == 0
    assert f"pressreview {command}" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("quotes", "nowhere.txt"),
        ("summarize", "nowhere.txt"),
        ("readability", "nowhere.txt"),
        ("outlets", "nowhere.txt"),
    ],
)
def test_a_missing_file_is_one_line(arguments: tuple[str, ...]) -> None:
    """A file that is not there gives one line with its mend, exit 1, and no traceback."""
    done = _run(*arguments)
    assert done.returncode == 1
    assert done.stderr == (
        "nowhere.txt:1: F001 cannot be read: No such file or directory. "
        "Check the name, and that you may read it.\n"
    )


@pytest.mark.parametrize("command", ["quotes", "summarize", "readability"])
def test_a_file_that_is_not_utf8_is_one_line(command: str, tmp_path: Path) -> None:
    """A file in another encoding names the line of its first bad byte."""
    (tmp_path / "latin.txt").write_bytes(b"one\ntwo \xe9\n")
    done = _run(command, "latin.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "latin.txt:2: F002 byte 8 is not UTF-8. Save the file with the encoding UTF-8.\n"
    )


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_settings_a_build_says_where_to_go(command: str, tmp_path: Path) -> None:
    """In a folder that is no site, the commands say so and exit with 2."""
    done = _run(command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        f"pressreview {command}: no settings file pelicanconf.py here; "
        "change to the site's folder\n"
    )


NAMES = "give names by country code, as {'XA': 'Lissany'}"
AUTHORITY = "give a domain or mail address and a date, as 'press.example,2026'"


def _site(folder: Path, *, settings: str = "", file: str = "pelicanconf.py") -> Path:
    """Make an empty site whose settings file ends with `settings`."""
    (folder / "content").mkdir()
    (folder / file).write_text(f"{settings_text()}\n{settings}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("PRESSREVIEW = ['x']", "PRESSREVIEW is ['x']; give a mapping, as {'tagline': '…'}"),
        ("PRESSREVIEW = {'tagline': 3}", "PRESSREVIEW['tagline'] is 3; give a text"),
        (
            "PRESSREVIEW = {'per_page': 0}",
            "PRESSREVIEW['per_page'] is 0; give a whole number, 1 or more",
        ),
        (
            "PRESSREVIEW = {'per_page': True}",
            "PRESSREVIEW['per_page'] is True; give a whole number, 1 or more",
        ),
        (
            "PRESSREVIEW = {'country_names': {'XA': 1}}",
            f"PRESSREVIEW['country_names'] is {{'XA': 1}}; {NAMES}",
        ),
        *(
            (
                f"PRESSREVIEW = {{'feed_authority': '{authority}'}}",
                f"PRESSREVIEW['feed_authority'] is '{authority}'; {AUTHORITY}",
            )
            for authority in ("press.example", "press example,2026", "press.example,26", ",2026")
        ),
    ],
)
def test_a_setting_that_cannot_be_is_one_line(setting: str, said: str, tmp_path: Path) -> None:
    """A value of the wrong kind stops the build with its key, its value and what to give."""
    done = _run("build", cwd=_site(tmp_path, settings=setting))
    assert done.returncode == 1
    assert done.stderr == f"pelicanconf.py:1: B001 {said}. Mend the settings.\n"
    assert done.stdout == ""


@pytest.mark.parametrize("authority", ["press.example,2026", "me@press.example,2026-11-23"])
def test_a_feed_authority_is_as_rfc_4151_says(authority: str, tmp_path: Path) -> None:
    """A domain or mail address with a year or a day is taken."""
    setting = f"PRESSREVIEW = {{'feed_authority': '{authority}'}}"
    done = _run("build", cwd=_site(tmp_path, settings=setting))
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_setting_is_one_line(tmp_path: Path) -> None:
    """A misspelt key of PRESSREVIEW stops the build with its name, in the file that was used."""
    site = _site(tmp_path, settings="PRESSREVIEW = {'tagilne': ''}", file="site.py")
    pelican = [str(Path(sys.executable).with_name("pelican"))]
    for command in ([sys.executable, "-m", "generator", "build"], pelican):
        done = subprocess.run(
            [*command, "-s", "site.py"],
            cwd=site,
            env=environment(PYTHONPATH=str(CHECKOUT)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert done.stderr.startswith(
            "site.py:1: B001 PRESSREVIEW has no setting 'tagilne'; it has "
        )
        assert "Traceback" not in done.stdout + done.stderr
        assert not (tmp_path / "output").exists()


def test_a_sites_own_settings_win(tmp_path: Path) -> None:
    """What stands below the line that takes our defaults wins over them."""
    site = _site(tmp_path, settings="THEME_STATIC_DIR = 'looks'\nPAGE_PATHS = ['texts']")
    (site / "content/texts").mkdir()
    (site / "content/texts/about.md").write_text("Title: About\n\nWords.\n", encoding="utf-8")
    done = _run("build", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "output/looks/css").is_dir()
    assert (site / "output/about/index.html").is_file()


@pytest.mark.parametrize("epoch", ["yesterday", "", "99999999999999999999"])
@pytest.mark.parametrize("command", [("build",), ("new", "A title")])
def test_a_clock_that_cannot_be_read_is_one_line(
    command: tuple[str, ...], epoch: str, tmp_path: Path
) -> None:
    """SOURCE_DATE_EPOCH that is no moment is named with its mend, and no traceback follows."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command],
        cwd=_site(tmp_path),
        env=environment(PYTHONPATH=str(CHECKOUT), SOURCE_DATE_EPOCH=epoch),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"environment:1: B003 SOURCE_DATE_EPOCH is {epoch!r}, which is no moment. "
        "Give whole seconds since 1970, or unset it.\n"
    )


def test_an_output_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    """A file in the place of the output folder is named, and stays."""
    site = _site(tmp_path)
    (site / "output").write_text("mine", encoding="utf-8")
    done = _run("build", cwd=site)
    assert done.returncode == 1
    assert done.stderr.startswith("output is in the way of a page, and no build of Pressreview ")
    assert (site / "output").read_text(encoding="utf-8") == "mine"


def test_an_empty_site_builds(tmp_path: Path) -> None:
    """With no digest yet, the home page says how to make one."""
    done = _run("build", cwd=_site(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "digest" in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`… | head -1` ends quietly."""
    articles = sorted((CHECKOUT / "content/digests").glob("*/articles/*.md"))
    command = [sys.executable, "-m", "generator", "quotes", "--format", "jsonl"]
    with subprocess.Popen(
        [*command, *map(str, articles)],
        cwd=CHECKOUT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("output", [".", "content", "/", ".."])
def test_the_sources_are_never_written_over(output: str, tmp_path: Path) -> None:
    """An output folder that holds the content is refused, and nothing is written anywhere."""
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / "pelicanconf.py").write_text(settings_text(), encoding="utf-8")
    done = _run("build", "-o", output, cwd=site)
    assert done.returncode == 1
    assert done.stderr.startswith("The output folder ")
    assert "Traceback" not in done.stderr
    left = {path.name for path in tmp_path.rglob("*") if "__pycache__" not in path.parts}
    assert left == {"content", "pelicanconf.py", "site"}


def test_settings_that_are_no_program_are_one_line(tmp_path: Path) -> None:
    """A slip in pelicanconf.py is said in a line."""
    (tmp_path / "pelicanconf.py").write_text("SITENAME = (\n", encoding="utf-8")
    done = _run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("pressreview build: pelicanconf.py cannot be read: SyntaxError")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("url", ["x.example", "javascript:alert(1)", "https://a b", "https://a/?q"])
def test_an_address_that_is_none_is_refused(url: str, tmp_path: Path) -> None:
    """SITEURL is a whole web address or empty."""
    (tmp_path / "content").mkdir()
    settings = settings_text().replace("https://pressreview.example", url)
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")
    done = _run("build", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"pelicanconf.py:1: B001 SITEURL is '{url}'; ")


RUSSIAN = (
    "Дождь шёл весь день.\n\nРека вышла из берегов. Мост закрыли до утра. Никто не пострадал.\n"
)


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """Commands print UTF-8 where the machine would write something narrower."""
    (tmp_path / "a.txt").write_text(RUSSIAN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "summarize", "a.txt"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(CHECKOUT), PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Мост закрыли" in done.stdout.decode("utf-8")


def test_check_goes_by_the_sites_settings(tmp_path: Path) -> None:
    """`check` looks as the build would: with the site's language and limits."""
    digest = tmp_path / "content/digests/one"
    digest.mkdir(parents=True)
    (digest / "digest.yaml").write_text("title: One\ndate: 2026-01-01\n", encoding="utf-8")
    (digest / "review.md").write_text("It rained, Reuters reports.\n", encoding="utf-8")
    settings = settings_text().replace("https://pressreview.example", "nonsense")
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")
    assert _run("check", cwd=tmp_path).returncode == 2
    (tmp_path / "pelicanconf.py").write_text(settings_text(), encoding="utf-8")
    assert _run("check", cwd=tmp_path).returncode == 0
