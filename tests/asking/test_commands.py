"""The real commands and a language model: `build`, `serve`'s builds, `summarize`."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.asking.model_server import ModelServer, Reply, refusing, saying, serving
from tests.conftest import CHECKOUT, environment, files_of
from tests.digest.mill import write_site

SETTINGS = """
from generator import pelican_plugin
globals().update(pelican_plugin.DEFAULT_SETTINGS)
PLUGINS = [pelican_plugin]
SITENAME = "Test"
PATH = "content"
OUTPUT_PATH = "output"
"""
OPENAI = "summary: {engine: openai}\n"
GOOD = saying(("The old mill <b>opened</b> its doors after forty years.", ["p1"]))
LABEL = (
    "Written by a language model (quill &amp; co) from the passages it points to, "
    "each sentence checked against them by rule"
)


def _run(folder: Path, server: ModelServer, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in `folder`, with `server` as the language model."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=environment(
            PYTHONPATH=str(CHECKOUT),
            PRESSREVIEW_OPENAI_URL=server.url,
            PRESSREVIEW_OPENAI_MODEL="quill & co",
            PRESSREVIEW_OPENAI_KEY="sk-very-secret",
        ),
        capture_output=True,
        text=True,
        check=False,
    )


def _site(folder: Path) -> Path:
    write_site(folder, OPENAI)
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return folder


def test_a_build_asks_once_and_labels_the_page(tmp_path: Path) -> None:
    """What a machine wrote is escaped, labelled and linked; the key is in no file or message."""
    site = _site(tmp_path)
    with serving(GOOD) as server:
        first = _run(site, server, "build")
        second = _run(site, server, "build")
        assert len(server.asked) == 1
        host = server.url.removeprefix("http://").removesuffix("/v1")
    assert first.stderr == f"Asking quill & co at {host} to sum up mill…\n"
    assert (second.returncode, second.stderr) == (0, "")
    page = (site / "output/digests/mill/index.html").read_text(encoding="utf-8")
    assert "The old mill &lt;b&gt;opened&lt;/b&gt; its doors after forty years." in page
    assert LABEL in page
    assert ">Ada Brook (Fen Herald)</a>" in page
    everything = b"".join(files_of(site).values()) + (first.stdout + first.stderr).encode()
    assert b"secret" not in everything


def test_a_failing_model_fails_no_build(tmp_path: Path) -> None:
    """The site is published with sentences chosen by rule, and the editor is told."""
    site = _site(tmp_path)
    with serving(refusing(401)) as server:
        done = _run(site, server, "build")
        host = server.url.removeprefix("http://").removesuffix("/v1")
    assert done.returncode == 0
    assert done.stderr.splitlines()[1:] == [
        (
            "content/digests/mill/digest.yaml:3: S001 no language model wrote the summary: "
            f"{host} was asked, and it answered 401 (Unauthorized); check the key. Sentences of "
            "the passages stand in its place; build again when that is mended, or write the "
            "summary yourself. (a warning)"
        )
    ]
    page = (site / "output/digests/mill/index.html").read_text(encoding="utf-8")
    assert "Sentences taken word for word from the sources, chosen by rule" in page
    assert "language model" not in page


def test_plain_pelican_asks_as_well(tmp_path: Path) -> None:
    """Pelican's own command goes the same way."""
    site = _site(tmp_path)
    with serving(GOOD) as server:
        done = subprocess.run(
            [str(Path(sys.executable).with_name("pelican")), "content", "-o", "output"],
            cwd=site,
            env=environment(
                PYTHONPATH=str(CHECKOUT),
                PRESSREVIEW_OPENAI_URL=server.url,
                PRESSREVIEW_OPENAI_MODEL="quill & co",
            ),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert len(server.asked) == 1
    assert LABEL in (site / "output/digests/mill/index.html").read_text(encoding="utf-8")


ARTICLE = """The ferry returns

The ferry between Tarn and Oxley sails again on Monday after nineteen days. The crews have won a \
rise of a tenth. Passengers queued from the early morning with crates of yeast.
"""


def _summarize(folder: Path, reply: Reply, *arguments: str) -> tuple[list[str], str, ModelServer]:
    """Return the lines that `summarize` prints, standard error, and the server asked."""
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    with serving(reply) as server:
        done = _run(folder, server, "summarize", "--engine", "openai", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines(), done.stderr, server


FERRY = saying(
    ("The ferry sails on Monday, and crews have won a rise.", ["p1", "p2"]),
    ("The ferry sank in 1911.", ["p1"]),
)


def test_summarize_by_a_model(tmp_path: Path) -> None:
    """The span is that of the first passage cited; `cites` has all; what is unsupported goes."""
    (line,), errors, server = _summarize(tmp_path, FERRY, "ferry.txt", "--format", "jsonl")
    row = json.loads(line)
    (sentence,) = row["sentences"]
    assert (row["doc"], row["words"]) == ("ferry.txt", 11)
    assert sentence["text"] == "The ferry sails on Monday, and crews have won a rise."
    spans = [tuple(cited["span"]) for cited in sentence["cites"]]
    assert [ARTICLE[start:end] for start, end in spans] == [
        "The ferry between Tarn and Oxley sails again on Monday after nineteen days.",
        "The crews have won a rise of a tenth.",
    ]
    assert (sentence["doc"], tuple(sentence["span"])) == ("ferry.txt", spans[0])
    assert errors.splitlines()[1:] == [
        (
            "ferry.txt:1: S003 a sentence of the language model is left out, for “1911” stands in "
            "no passage it cites: “The ferry sank in 1911.”. Nothing needs doing; or write the "
            "summary yourself. (a warning)"
        )
    ]
    assert len(server.asked) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_summarize_falls_back(tmp_path: Path) -> None:
    """Without an answer the sentences are those of the default engine, and one is told why."""
    lines, errors, _ = _summarize(tmp_path, refusing(403), "ferry.txt", "--sentences", "1")
    assert lines == ["The ferry between Tarn and Oxley sails again on Monday after nineteen days."]
    assert "S001 no language model wrote the summary" in errors
    assert "secret" not in errors


def test_summarize_together(tmp_path: Path) -> None:
    """One question holds all the files."""
    (tmp_path / "other.txt").write_text("Crews\n\nThe crews are tired of jam.\n", encoding="utf-8")
    (line,), _, server = _summarize(
        tmp_path, FERRY, "ferry.txt", "other.txt", "--together", "--format", "jsonl"
    )
    assert json.loads(line)["docs"] == ["ferry.txt", "other.txt"]
    texts = [passage["text"] for passage in server.asked[0].material["passages"]]
    assert texts[-1] == "The crews are tired of jam."


@pytest.mark.parametrize("engine", ["extractive", "lead"])
def test_the_other_engines_ask_nobody(tmp_path: Path, engine: str) -> None:
    """An address in the environment is no order to use it."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    with serving(FERRY) as server:
        done = _run(tmp_path, server, "summarize", "ferry.txt", "--engine", engine)
        assert done.returncode == 0
        assert not server.asked


def test_summarize_without_an_address(tmp_path: Path) -> None:
    """Who asks for a model without naming one reads what is missing."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "summarize", "ferry.txt", "--engine", "openai"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "pressreview summarize: no language model can be asked: PRESSREVIEW_OPENAI_URL is not "
        "set; docs/summaries.md says how\n"
    )


def test_serve_asks_nobody(tmp_path: Path) -> None:
    """Each saved change would be a question: the preview makes do with what is stored."""
    site = _site(tmp_path)
    with serving(GOOD) as server:
        preview = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--port", "0"],
            cwd=site,
            env=environment(
                PYTHONPATH=str(CHECKOUT),
                PRESSREVIEW_OPENAI_URL=server.url,
                PRESSREVIEW_OPENAI_MODEL="quill & co",
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert preview.stdout is not None
        lines = [preview.stdout.readline() for _ in range(2)]
        preview.send_signal(signal.SIGINT)
        _, errors = preview.communicate(timeout=30)
        assert not server.asked
    assert "Serving http://127.0.0.1:" in "".join(lines)
    assert "S001 no language model wrote the summary: PRESSREVIEW_OFFLINE is set." in errors


def test_the_demonstration_shows_one(built_site: Path) -> None:
    """Its stored answer needs no network; if this fails: `python -m tests.asking.restamp`."""
    page = (built_site / "digests/skerrin-sea-level/index.html").read_text(encoding="utf-8")
    assert "Written by a language model (inkwell-1) from the passages it points to" in page
    summary = page.partition('<ul class="summary">')[2].partition("</ul>")[0]
    targets = re.findall(r'<a href="#(q-[a-z0-9]+)">', summary)
    assert len(targets) == 4
    assert all(f'id="{target}"' in page for target in targets)
