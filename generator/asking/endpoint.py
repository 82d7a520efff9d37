"""Where the language model is: address, model and key, from the environment alone.

Settings and content are committed and shared; a key is neither. The names are ours, so that a key
which lies ready for other programs (`OPENAI_API_KEY`) is not used without anybody meaning it.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

URL = "PRESSREVIEW_OPENAI_URL"
MODEL = "PRESSREVIEW_OPENAI_MODEL"
KEY = "PRESSREVIEW_OPENAI_KEY"
OFFLINE = "PRESSREVIEW_OFFLINE"

_PATH = "/chat/completions"
_KEY = re.compile(r"[\x21-\x7e]*")
_MODEL = re.compile(r"[^\x00-\x1f\x7f]{1,200}")


class EndpointError(ValueError):
    """The environment names no endpoint that can be asked; says why, and never the key."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """A chat-completions endpoint, and how patient we are with it."""

    url: str
    """Whole address, `/chat/completions` included."""
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0
    """To wait for each part of an answer; the whole may take three times as long."""
    connect_seconds: float = 10.0
    tries: int = 4
    """Of one question, where the server is busy, failing or gone."""
    pause: float = 1.0
    """Seconds before the third try; doubled with each further one."""
    longest_pause: float = 30.0
    """Seconds; also where the server asks for more."""

    @property
    def host(self) -> str:
        """The host's name, for messages."""
        return urlsplit(self.url).netloc


def endpoint_from(environ: Mapping[str, str], *, seconds: float) -> Endpoint:
    """Return the endpoint that `environ` names. Raises `EndpointError`."""
    url, model = environ.get(URL, "").strip(), environ.get(MODEL, "").strip()
    key = environ.get(KEY, "").strip()
    if environ.get(OFFLINE, "").strip() not in {"", "0"}:
        message = f"{OFFLINE} is set"
        raise EndpointError(message)
    if not url:
        message = f"{URL} is not set"
        raise EndpointError(message)
    if not _MODEL.fullmatch(model):
        message = f"{MODEL} names no model"
        raise EndpointError(message)
    if not _KEY.fullmatch(key):
        message = f"{KEY} holds a sign that no key has"
        raise EndpointError(message)
    return Endpoint(url=_address(url, has_key=bool(key)), model=model, key=key, seconds=seconds)


def _address(url: str, *, has_key: bool) -> str:
    """Return the whole address of an API whose base is `url`, as `https://api.example/v1`."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        message = f"{URL} is no web address"
        raise EndpointError(message) from error
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.query:
        message = f"{URL} is no web address as https://api.example/v1"
        raise EndpointError(message)
    if has_key and parts.scheme == "http" and not _is_this_machine(host):
        message = f"{URL} begins with http:, and the key would travel in the open; use https:"
        raise EndpointError(message)
    base = url.partition("#")[0].rstrip("/").removesuffix(_PATH)
    return base + _PATH


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
