"""Files are read within bounds, inside the folder, and faulty bytes give a line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load import read_site
from generator.load.files import YAML_LIMIT, line_at
from generator.outlets import Registry
from tests.load.site import FILES, write

REGISTRY = Registry(())
DIGEST = "digests/budget-week/digest.yaml"


def messages(content: Path) -> list[str]:
    """Return the problems of `content`."""
    return [str(problem) for problem in read_site(content, registry=REGISTRY)[1]]


def test_too_large(tmp_path: Path) -> None:
    """A file over the limit is refused before it is read."""
    files = {"people.yaml": b"#" * (YAML_LIMIT + 1)}
    (message,) = messages(write(tmp_path / "content", files))
    assert message == (
        "content/people.yaml:1: F003 the file has 1,000,001 bytes, and 1,000,000 is the most that "
        "is read. Check that it is the right file, or shorten it."
    )


def test_pipe(tmp_path: Path) -> None:
    """A pipe is refused, and never waited for."""
    content = write(tmp_path / "content", {"topics.yaml": "- name: Taxes\n"})
    os.mkfifo(content / "people.yaml")
    (message,) = messages(content)
    assert message == (
        "content/people.yaml:1: F001 the file cannot be read: it is no plain file. "
        "Check the name, and that you may read it."
    )


def test_folder_link_out(tmp_path: Path) -> None:
    """A folder that is a link out of the content folder is not looked into."""
    outside = write(tmp_path / "elsewhere", {"digest.yaml": "title: T\ndate: 2026-11-23\n"})
    content = write(tmp_path / "content", {"topics.yaml": "- name: Taxes\n"})
    (content / "digests").mkdir()
    (content / "digests" / "linked").symlink_to(outside)
    assert messages(content)[0] == (
        "content/digests/linked:1: F004 the folder is a link that leads out of the content "
        "folder. Copy what it names into the content folder, and name the copy."
    )


def test_link_inside(tmp_path: Path) -> None:
    """A link to a file of the same content folder is followed."""
    content = write(
        tmp_path / "content",
        {
            "people.yaml": "- name: Ana Ruiz\n",
            "digests/d/digest.yaml": "title: T\ndate: 2026-11-23\n",
            "digests/d/words.txt~": "Words.\n",
        },
    )
    (content / "digests/d/review.txt").symlink_to("words.txt~")
    assert messages(content) == []


def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    """A file name that is not UTF-8 is shown with its bytes, and can be printed."""
    content = write(
        tmp_path / "content",
        {"digests/d/digest.yaml": "title: T\ndate: 2026-11-23\n", "digests/d/review.md": "Words."},
    )
    (content / "digests/d/articles").mkdir()
    path = os.fsencode(content / "digests/d/articles") + b"/caf\xe9.md"
    try:
        Path(os.fsdecode(path)).write_text("x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (message,) = messages(content)
    assert message.startswith("content/digests/d/articles/caf\\xe9.md:1: F008 ")
    assert message.encode()


@pytest.mark.parametrize(
    ("data", "line"), [(b"a\nb\nX", 3), (b"a\r\nb\r\nX", 3), (b"a\rb\rX", 3), (b"X", 1)]
)
def test_lines(data: bytes, line: int) -> None:
    """CRLF, LF and CR each end a line."""
    assert line_at(data, data.index(b"X")) == line


ARTICLE = "digests/budget-week/articles/leader.txt"
NAMES = st.sampled_from(["outlets.yaml", "people.yaml", "topics.yaml", DIGEST, ARTICLE])
YAMLISH = st.text(alphabet=st.sampled_from([*"ab:-[]{}'\"&*!|>%@#,?~ \n\t0é\u2028\x85\ufeff\x9f"]))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, text=YAMLISH | st.text(), keep=st.booleans(), data=st.data())
def test_any_text(tmp_path: Path, name: str, text: str, *, keep: bool, data: st.DataObject) -> None:
    """No text in any file crashes the reader, and every problem has a line of its file."""
    good = FILES[name]
    cut = data.draw(st.integers(0, len(good)))
    spoiled = (good[:cut] + text + good[cut:] if keep else text).encode(errors="surrogatepass")
    content = write(tmp_path / "content", {**FILES, name: spoiled})
    for problem in read_site(content, registry=REGISTRY)[1]:
        path = tmp_path / problem.file
        assert path.exists()
        lines = path.read_bytes().splitlines() if path.is_file() else []
        assert 1 <= problem.line <= max(len(lines), 1)
        assert "\n" not in str(problem)
