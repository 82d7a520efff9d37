"""A web server for one's own eyes: the output folder, with a script that reloads the page.

The script is added to pages on their way to the browser; the files stay as they were built.
"""

from __future__ import annotations

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

EVENTS = "/.pressreview/reload"
"""Where the page listens for a new build, as server-sent events."""

SCRIPT = f"""<script>
new EventSource("{EVENTS}").addEventListener("reload", () => location.reload());
</script></body>""".encode()

PULSE = 15.0
"""Seconds between signs of life; a browser that has gone is noticed then."""


class Preview(ThreadingHTTPServer):
    """Serves a folder and tells browsers when it was built anew."""

    daemon_threads = True

    def __init__(self, folder: Path, address: str, port: int) -> None:
        """Listen at once. Raises `OSError` if the port is taken."""
        self.folder = folder
        self.builds = 0
        self.built = threading.Condition()
        super().__init__((address, port), _Handler)

    def reload(self) -> None:
        """Tell every open page that there is a new build."""
        with self.built:
            self.builds += 1
            self.built.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: Preview

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (the library's own)
        server: Preview = args[2]
        super().__init__(*args, directory=str(server.folder), **kwargs)

    def do_GET(self) -> None:
        """Answer with a file, a page with the script, or the stream of builds."""
        path = Path(self.translate_path(self.path))
        if self.path == EVENTS:
            self._stream()
        elif path.is_dir() and not self.path.split("?")[0].endswith("/"):
            super().do_GET()
        else:
            page = path / "index.html" if path.is_dir() else path
            self._page(page) if page.suffix == ".html" or not page.exists() else super().do_GET()

    def end_headers(self) -> None:
        """Keep the browser from keeping anything."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's own)
        """Stay silent: the terminal is for problems."""

    def _page(self, page: Path) -> None:
        found = page.exists()
        shown = page if found else self.server.folder / "404.html"
        data = shown.read_bytes() if shown.exists() else b"<body>Not built yet.</body>"
        data = SCRIPT.join(data.rsplit(b"</body>", 1))
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = self.server.builds
        try:
            while True:
                with self.server.built:
                    self.server.built.wait(PULSE)
                    new, seen = self.server.builds > seen, self.server.builds
                self.wfile.write(b"event: reload\ndata:\n\n" if new else b": still here\n\n")
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return
