"""Send one question to a chat-completions endpoint, and read the answer with great distrust.

The request has only `model` and `messages`, which every server of this protocol knows; temperature,
token limits and answer formats are refused by one or the other. urllib3 does the retries: for
429, 5xx and broken connections, with back-off, `Retry-After` honoured up to a limit. Redirects are
not followed, for the key goes to the address that the editor named and to no other. Messages
name the status, never what the server wrote: some servers repeat the key.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import urllib3
from urllib3.util import Retry, Timeout

from generator import __version__
from generator.asking.endpoint import Endpoint

LARGEST = 1_000_000
"""Bytes of an answer. A summary has two thousand; reasoning that some servers add, some more."""
WORTH_ANOTHER_TRY = frozenset({408, 429, 500, 502, 503, 504})
_TOTAL = 3
"""Times `seconds` that a whole answer may take, however lively it drips."""
_PIECE = 16_384

# It tells of each retry, in words for programmers; we say once how it ended.
logging.getLogger("urllib3").setLevel(logging.ERROR)


class ExchangeError(Exception):
    """There is no answer; says why, in words for an editor."""

    def __init__(self, why: str, *, is_final: bool) -> None:
        """Hold the reason; `is_final` where further questions would fare no better."""
        super().__init__(why)
        self.is_final = is_final


class _PatientRetry(Retry):
    """urllib3's retries, with a limit to what a server may ask us to wait."""

    def parse_retry_after(self, retry_after: str) -> float:
        """Return the seconds to wait, at most as long as our own longest pause."""
        return min(super().parse_retry_after(retry_after), self.backoff_max)


def answer_to(messages: Sequence[dict[str, str]], endpoint: Endpoint) -> str:
    """Return what the model at `endpoint` wrote. Raises `ExchangeError`."""
    body = json.dumps({"model": endpoint.model, "messages": list(messages)}).encode()
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": f"Pressreview/{__version__}",
    }
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    try:
        with urllib3.PoolManager(timeout=_timeout(endpoint), retries=_retries(endpoint)) as pool:
            response = pool.request(
                "POST",
                endpoint.url,
                body=body,
                headers=headers,
                redirect=False,
                preload_content=False,
            )
            try:
                return _content(response.status, _read(response, endpoint))
            finally:
                response.close()
    except urllib3.exceptions.HTTPError as error:
        raise ExchangeError(_why(error, endpoint), is_final=True) from error


def _timeout(endpoint: Endpoint) -> Timeout:
    return Timeout(connect=endpoint.connect_seconds, read=endpoint.seconds)


def _retries(endpoint: Endpoint) -> Retry:
    again = endpoint.tries - 1
    return _PatientRetry(
        total=again,
        connect=again,
        # A slow server is asked once more and not three times: nobody waits that long.
        read=min(1, again),
        status=again,
        redirect=0,
        other=0,
        allowed_methods={"POST"},
        status_forcelist=WORTH_ANOTHER_TRY,
        backoff_factor=endpoint.pause,
        backoff_max=endpoint.longest_pause,
        raise_on_status=False,
    )


def _read(response: urllib3.BaseHTTPResponse, endpoint: Endpoint) -> bytes:
    """Return the body. Raises `ExchangeError` if it is too large or takes too long."""
    ends = time.monotonic() + _TOTAL * endpoint.seconds
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            message = f"its answer has more than {LARGEST:,} bytes"
            raise ExchangeError(message, is_final=False)
        if time.monotonic() > ends:
            message = f"its answer was not complete after {_TOTAL * endpoint.seconds:g} seconds"
            raise ExchangeError(message, is_final=True)
    return b"".join(pieces)


def _content(status: int, body: bytes) -> str:
    """Return the words of the first choice. Raises `ExchangeError`."""
    if status != HTTPStatus.OK:
        raise ExchangeError(_refusal(status), is_final=status not in {400, 413, 422})
    try:
        answer: Any = json.loads(body)
        content = answer["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        message = "its answer is not of the chat-completions protocol"
        raise ExchangeError(message, is_final=False) from error
    if not isinstance(content, str):
        message = "its answer holds no words"
        raise ExchangeError(message, is_final=False)
    return content


def _refusal(status: int) -> str:
    phrase = next((f" ({known.phrase})" for known in HTTPStatus if known == status), "")
    hints = {
        401: "; check the key",
        403: "; check the key",
        404: "; check the address and the model",
        400: "; check the model",
        429: "; it has had enough questions for now",
    }
    return f"it answered {status}{phrase}{hints.get(status, '')}"


def _why(error: urllib3.exceptions.HTTPError, endpoint: Endpoint) -> str:
    """Return in plain words why there is no answer."""
    reason = error.reason if isinstance(error, urllib3.exceptions.MaxRetryError) else error
    if isinstance(reason, urllib3.exceptions.ReadTimeoutError):
        return f"it did not answer within {endpoint.seconds:g} seconds"
    if isinstance(reason, urllib3.exceptions.SSLError):
        return "its certificate could not be verified"
    if isinstance(reason, urllib3.exceptions.ProtocolError):
        return "it broke off the connection"
    return "it could not be reached"
