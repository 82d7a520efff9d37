"""`python -m bench.markdown_speed`: what turns a narrative's Markdown into HTML, and how fast.

Made reviews of some 1,000 words (`bench.corpus`) and the demonstration's own go through each engine
that is installed: CPU microseconds a text, the best of several rounds; on how many texts the
sanitised HTML is the same, to the byte, as Python-Markdown's; and which constructs of editors each
draws as CommonMark or GFM has them. Which one draws narratives, and why: docs/dependencies.md.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import nh3
from rich.console import Console
from rich.table import Table

from bench.corpus.__main__ import main as make_corpus
from bench.quotes_speed import DEMONSTRATION

COPIES = 40
ROUNDS = 5

Engine = Callable[[str], str]

FEATURES: Mapping[str, tuple[str, str]] = {
    "typed marks stay": ("'a' \"b\" -- c...", "'a' \"b\" -- c..."),
    "table": ("| a | b |\n|---|---|\n| c | d |", "<td>c</td>"),
    "list under a line": ("Said:\n- one\n- two", "<li>one</li>"),
    "list in a list, by two spaces": ("- one\n  - two", "<ul>\n<li>two</li>"),
    "list that starts at 5": ("5. five\n6. six", '<ol start="5">'),
    "struck words": ("~~gone~~", "gone</"),
    "code in a fence": ("```\na * b\n```", "<pre><code>a * b"),
    "line break by backslash": ("one\\\ntwo", "<br"),
}
"""Constructs, and what their HTML must hold."""


def _python_markdown() -> Engine:
    markdown = import_module("markdown").Markdown(extensions=["tables", "sane_lists"])
    return lambda text: str(markdown.reset().convert(text))


def _markdown_it() -> Engine:
    engine = import_module("markdown_it").MarkdownIt("commonmark")
    return lambda text: str(engine.enable(["table", "strikethrough"]).render(text))


def _mistune() -> Engine:
    engine = import_module("mistune").create_markdown(
        escape=False, plugins=["table", "strikethrough"]
    )
    return lambda text: str(engine(text))


def _cmarkgfm() -> Engine:
    module = import_module("cmarkgfm")
    unsafe = import_module("cmarkgfm.cmark").Options.CMARK_OPT_UNSAFE
    return lambda text: str(module.github_flavored_markdown_to_html(text, options=unsafe))


def _comrak() -> Engine:
    module = import_module("comrak")
    extensions, drawing = module.ExtensionOptions(), module.RenderOptions()
    extensions.table = extensions.strikethrough = drawing.unsafe_ = True
    return lambda text: str(
        module.render_markdown(text, extension_options=extensions, render_options=drawing)
    )


def _pyromark() -> Engine:
    module = import_module("pyromark")
    options = module.Options.ENABLE_TABLES | module.Options.ENABLE_STRIKETHROUGH
    return lambda text: str(module.html(text, options=options))


ENGINES: Mapping[str, Callable[[], Engine]] = {
    "markdown": _python_markdown,
    "markdown_it": _markdown_it,
    "mistune": _mistune,
    "cmarkgfm": _cmarkgfm,
    "comrak": _comrak,
    "pyromark": _pyromark,
}
"""By the module to import. The first is the yardstick. Only what the lock has is always there; to
measure the others, install them into an environment of your own."""


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        texts = _texts(Path(folder) / "made")
    table = Table("engine", title=f"{len(texts)} narratives", title_justify="left")
    for heading in ("µs a text", "same HTML", *FEATURES):
        table.add_column(heading, justify="right")
    yardstick = ENGINES["markdown"]()
    usual = [_cleaned(yardstick, text) for text in texts]
    for name, make in ENGINES.items():
        if find_spec(name) is None:
            table.add_row(name, "not installed")
            continue
        engine = make()
        same = sum(_cleaned(engine, t) == html for t, html in zip(texts, usual, strict=True))
        drawn = (
            "yes" if part in unescape(engine(text)) else "–" for text, part in FEATURES.values()
        )
        table.add_row(name, f"{_microseconds(engine, texts):.1f}", f"{same}", *drawn)
    Console(highlight=False, width=None if sys.stdout.isatty() else 160).print(table)
    return 0


def _texts(folder: Path) -> list[str]:
    make_corpus([str(COPIES), str(folder), "--narrated-only"])
    reviews = sorted(folder.rglob("review.md")) + sorted(DEMONSTRATION.rglob("review.md"))
    return [review.read_text(encoding="utf-8") for review in reviews]


def _cleaned(engine: Engine, text: str) -> str:
    return nh3.clean(engine(text).strip())


def _microseconds(engine: Engine, texts: list[str]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            engine(text)
        best = min(best, time.process_time() - start)
    return 1e6 * best / len(texts)


if __name__ == "__main__":
    sys.exit(main())
