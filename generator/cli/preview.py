"""A web server for one's own eyes: the output folder, with a script that keeps pages up to date.

The script is added to pages on their way to the browser; the files stay as they were built. A page
tells the server what it was made of, so it is reloaded when it is another one now, and only then.
"""

from __future__ import annotations

import hashlib
import html
import threading
from collections.abc import Iterable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

CHANGES = "/.pressreview/changes"
"""Where a page listens for what has changed, as server-sent events."""

SCRIPT = "/.pressreview/live.js"
"""A file of the server's own and no text in the page: a strict content policy allows it."""

PULSE = 15.0
"""Seconds between signs of life; a browser that has gone is noticed then."""

Change = Literal["pages", "styles", "everything"]
"""What may be another now: some pages; stylesheets; what pages show without saying so."""


class Preview(ThreadingHTTPServer):
    """Serves a folder and tells browsers what has changed in it."""

    daemon_threads = True

    def __init__(self, folder: Path, address: str, port: int) -> None:
        """Listen at once. Raises `OSError` if the port is taken."""
        self.folder = folder
        self.changes: list[Change] = []
        self.changed = threading.Condition()
        self._looks: dict[str, tuple[int, bytes]] = {}
        self._built = 0
        super().__init__((address, port), _Handler)

    def tell(self, changes: Iterable[Change]) -> None:
        """Have every open page look whether it is still right."""
        with self.changed:
            self.changes += changes
            self.changed.notify_all()

    def show(self, number: int, name: str, page: bytes) -> None:
        """Serve `page` as the file `name` until the edit `number` is built."""
        with self.changed:
            if number <= self._built or number < self._looks.get(name, (0, b""))[0]:
                return
            self._looks[name] = (number, page)
        self.tell(["pages"])

    def built(self, number: int) -> None:
        """Serve what was built, for edits up to `number`."""
        with self.changed:
            self._built = number
            self._looks = {name: look for name, look in self._looks.items() if look[0] > number}

    def page(self, path: Path) -> tuple[bytes, bool]:
        """Return the page at `path`, and whether there is one; if not, the one that says so."""
        name = path.relative_to(self.folder).as_posix() if self._has(path) else ""
        with self.changed:
            look = self._looks.get(name)
        if look:
            return look[1], True
        for shown, found in ((path, True), (self.folder / "404.html", False)):
            try:
                return shown.read_bytes(), found
            except OSError:
                continue
        return b"<body>Not built yet.</body>", False

    def _has(self, path: Path) -> bool:
        return path.is_relative_to(self.folder)


def print_of_page(page: bytes) -> str:
    """Return a short name for what a page is made of."""
    return hashlib.blake2b(page, digest_size=8).hexdigest()


class _Handler(SimpleHTTPRequestHandler):
    server: Preview

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (the library's own)
        server: Preview = args[2]
        super().__init__(*args, directory=str(server.folder), **kwargs)

    def do_GET(self) -> None:
        """Answer with a file, a page with the script, the script, or the stream of changes."""
        address = urlsplit(self.path)
        if address.path == CHANGES:
            self._stream({name: some[0] for name, some in parse_qs(address.query).items()})
        elif address.path == SCRIPT:
            data = Path(__file__).with_name("live.js").read_bytes()
            self._send(data, "text/javascript")
        elif Path(self.translate_path(self.path)).is_dir() and not address.path.endswith("/"):
            super().do_GET()
        elif self._file().suffix == ".html" or not self._file().exists():
            self._page()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Keep the browser from keeping anything."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's own)
        """Stay silent: the terminal is for problems."""

    def _file(self, address: str | None = None) -> Path:
        path = Path(self.translate_path(address or self.path))
        return path / "index.html" if path.is_dir() else path

    def _page(self) -> None:
        page, found = self.server.page(self._file())
        here = html.escape(urlsplit(self.path).path)
        script = f'<script src="{SCRIPT}" data-page="{here}" data-print="{print_of_page(page)}">'
        data = f"{script}</script></body>".encode().join(page.rsplit(b"</body>", 1))
        self._send(data, "text/html; charset=utf-8", status=200 if found else 404)

    def _send(self, data: bytes, kind: str, *, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, told: dict[str, str]) -> None:
        """Tell one page what concerns it: that it is another now, or that its sheets are."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        file, known = self._file(told.get("page", "/")), told.get("print", "")
        seen = len(self.server.changes)
        # It may have changed between being served and listening.
        new: set[Change] = {"pages"}
        try:
            while True:
                self.wfile.write(self._events(new, file, known))
                self.wfile.flush()
                with self.server.changed:
                    if len(self.server.changes) == seen:
                        self.server.changed.wait(PULSE)
                    new, seen = set(self.server.changes[seen:]), len(self.server.changes)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _events(self, new: set[Change], file: Path, known: str) -> bytes:
        other = "pages" in new and print_of_page(self.server.page(file)[0]) != known
        if "everything" in new or other:
            return b"event: reload\ndata:\n\n"
        return b"event: styles\ndata:\n\n" if "styles" in new else b": still here\n\n"
