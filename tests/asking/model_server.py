"""A server on loopback that speaks the chat-completions protocol, well or badly, as it is told."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from generator.asking.endpoint import Endpoint


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    """By name in lower case."""
    body: str

    @property
    def said(self) -> dict[str, Any]:
        """The request's JSON."""
        data: dict[str, Any] = json.loads(self.body)
        return data

    @property
    def material(self) -> dict[str, Any]:
        """What the model was given to read."""
        data: dict[str, Any] = json.loads(self.said["messages"][1]["content"])
        return data


Reply = Callable[["Handler"], None]


@dataclass(slots=True)
class ModelServer:
    """What the server was asked, and how it replies: in turn, the last reply for ever."""

    port: int
    replies: list[Reply]
    asked: list[Asked] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    @property
    def url(self) -> str:
        """The base that an editor would name."""
        return f"http://127.0.0.1:{self.port}/v1"

    def endpoint(self, **changes: Any) -> Endpoint:  # noqa: ANN401 (any field of Endpoint)
        """Return an endpoint that asks this server, and does not wait long."""
        given: dict[str, Any] = {
            "url": f"{self.url}/chat/completions",
            "model": "quill-2",
            "key": "sk-very-secret",
            "seconds": 5.0,
            "pause": 0.01,
        }
        return Endpoint(**{**given, **changes})


class Handler(BaseHTTPRequestHandler):
    """Notes each request and gives the next reply."""

    protocol_version = "HTTP/1.1"
    model: ModelServer

    def do_POST(self) -> None:
        """Answer a question."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8")
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.model.asked.append(Asked(path=self.path, headers=headers, body=body))
        replies = self.model.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        reply(self)

    def send(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole response; `_` in a header's name stands for `-`."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its own name)
        """Say nothing."""


@contextmanager
def serving(*replies: Reply) -> Iterator[ModelServer]:
    """Serve `replies` in turn while the block runs."""
    handler = type("Handler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    model = ModelServer(port=server.server_port, replies=list(replies))
    handler.model = model  # type: ignore[attr-defined] # declared in Handler
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        model.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: object) -> bytes:
    """Return a response of the protocol whose one choice says `content`."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


def saying(*sentences: tuple[str, list[str]]) -> Reply:
    """Reply with sentences and their citations, as asked for."""
    rows = [{"text": text, "cites": cites} for text, cites in sentences]
    return telling(json.dumps({"sentences": rows}))


def telling(content: object) -> Reply:
    """Reply with a completion that says `content`."""
    return lambda handler: handler.send(200, completion(content))


def refusing(status: int, **headers: str) -> Reply:
    """Reply with an error that repeats the key, as some servers do."""

    def reply(handler: Handler) -> None:
        body = json.dumps({"error": {"message": f"bad {handler.headers['Authorization']}"}})
        handler.send(status, body.encode(), **headers)

    return reply


def raw(body: bytes) -> Reply:
    """Reply 200 with `body`."""
    return lambda handler: handler.send(200, body)


def cut_off(handler: Handler) -> None:
    """Promise a whole answer, send half of it, and hang up."""
    body = completion("cut")
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def hanging_up(handler: Handler) -> None:
    """Close the connection without a word."""
    handler.close_connection = True


def silent(handler: Handler) -> None:
    """Say nothing until the test is over."""
    handler.model.closing.wait(20)
    handler.close_connection = True


def dripping(handler: Handler) -> None:
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    try:
        while not handler.model.closing.is_set():
            handler.wfile.write(b" ")
            time.sleep(0.05)
    except OSError:
        pass
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """Send far more than any answer has."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(10**9))
    handler.end_headers()
    try:
        while not handler.model.closing.is_set():
            handler.wfile.write(b" " * 65536)
    except OSError:
        pass
    handler.close_connection = True
