"""One question to one endpoint: what goes out, and what becomes of every kind of answer."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from generator.asking.endpoint import Endpoint, EndpointError, endpoint_from
from generator.asking.exchange import ExchangeError, answer_to
from tests.asking.model_server import (
    ModelServer,
    Reply,
    completion,
    cut_off,
    dripping,
    endless,
    hanging_up,
    raw,
    refusing,
    serving,
    silent,
    telling,
)

MESSAGES = [{"role": "system", "content": "Sum up."}, {"role": "user", "content": "{}"}]


def _why(endpoint: Endpoint) -> ExchangeError:
    with pytest.raises(ExchangeError) as found:
        answer_to(MESSAGES, endpoint)
    assert "secret" not in str(found.value)
    return found.value


def test_the_request_is_what_every_server_knows() -> None:
    """Address, model and messages, the key in one header and nowhere else."""
    with serving(telling("yes")) as server:
        assert answer_to(MESSAGES, server.endpoint()) == "yes"
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.said == {"model": "quill-2", "messages": MESSAGES}
    assert [n for n, v in asked.headers.items() if "secret" in v] == ["authorization"]
    assert asked.headers["authorization"] == "Bearer sk-very-secret"
    assert "secret" not in asked.path + asked.body


def test_without_a_key_there_is_no_header() -> None:
    """A server of one's own often wants no key."""
    with serving(telling("yes")) as server:
        answer_to(MESSAGES, server.endpoint(key=""))
    assert "authorization" not in server.asked[0].headers


@pytest.mark.parametrize("first", [refusing(429), refusing(500), refusing(503), hanging_up])
def test_what_passes_is_tried_again(first: Reply) -> None:
    """A busy or failing server, or a broken connection, is asked once more."""
    with serving(first, telling("at last")) as server:
        assert answer_to(MESSAGES, server.endpoint()) == "at last"
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_a_refusal_is_final(status: int) -> None:
    """What would be refused again is not asked again."""
    with serving(refusing(status)) as server:
        assert str(_why(server.endpoint())).startswith(f"it answered {status} (")
    assert len(server.asked) == 1


def test_tries_end() -> None:
    """A server that never recovers is asked four times, and the pauses grow."""
    with serving(refusing(500)) as server:
        begin = time.monotonic()
        why = _why(server.endpoint(pause=0.05))
        took = time.monotonic() - begin
    assert str(why) == "it answered 500 (Internal Server Error)"
    assert why.is_final
    assert len(server.asked) == 4
    assert took >= 0.05 * 2 + 0.05 * 4


def test_the_server_says_how_long_to_wait() -> None:
    """Retry-After is honoured."""
    with serving(refusing(429, Retry_After="1"), telling("yes")) as server:
        begin = time.monotonic()
        assert answer_to(MESSAGES, server.endpoint()) == "yes"
    assert time.monotonic() - begin >= 1


def test_nobody_waits_for_ever() -> None:
    """Retry-After of a day is cut to our own longest pause."""
    with serving(refusing(429, Retry_After="86400"), telling("yes")) as server:
        begin = time.monotonic()
        assert answer_to(MESSAGES, server.endpoint(longest_pause=0.1)) == "yes"
    assert time.monotonic() - begin < 5


def test_a_silent_server() -> None:
    """No answer in time is tried once more, then given up."""
    with serving(silent) as server:
        why = _why(server.endpoint(seconds=0.2))
    assert str(why) == "it did not answer within 0.2 seconds"
    assert len(server.asked) == 2


def test_a_dripping_server() -> None:
    """An answer that never ends is given up, although something always comes."""
    with serving(dripping) as server:
        why = _why(server.endpoint(seconds=0.3))
    assert str(why) == "its answer was not complete after 0.9 seconds"


def test_an_endless_answer() -> None:
    """No more than a limit is read."""
    with serving(endless) as server:
        assert str(_why(server.endpoint())) == "its answer has more than 1,000,000 bytes"


def test_a_broken_answer() -> None:
    """An answer that is cut off is none."""
    with serving(cut_off) as server:
        assert str(_why(server.endpoint())) == "it broke off the connection"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>down for maintenance</html>",
        completion("yes")[:-5],
        b"[]",
        b'{"choices": []}',
        b'{"choices": [{"text": "an older protocol"}]}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_an_answer_of_another_shape(body: bytes) -> None:
    """What is not of the protocol is refused."""
    with serving(raw(body)) as server:
        assert str(_why(server.endpoint())) == "its answer is not of the chat-completions protocol"
    assert len(server.asked) == 1


def test_an_answer_without_words() -> None:
    """A model that refuses may send null."""
    with serving(telling(None)) as server:
        assert str(_why(server.endpoint())) == "its answer holds no words"


def test_redirects_are_not_followed() -> None:
    """The key goes to no other address than the editor's."""
    with serving(telling("caught")) as other:
        target = f"{other.url}/chat/completions"
        with serving(refusing(307, Location=target)) as server:
            assert str(_why(server.endpoint())) == "it answered 307 (Temporary Redirect)"
    assert not other.asked


def test_nobody_there() -> None:
    """A port where nobody listens is unreachable, and that soon."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        gone = ModelServer(port=free.getsockname()[1], replies=[])
        why = _why(gone.endpoint())
    assert str(why) == "it could not be reached"
    assert why.is_final


GIVEN = {"PRESSREVIEW_OPENAI_URL": "https://api.example/v1/", "PRESSREVIEW_OPENAI_MODEL": "quill-2"}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"PRESSREVIEW_OPENAI_URL": ""}, "PRESSREVIEW_OPENAI_URL is not set"),
        ({"PRESSREVIEW_OPENAI_MODEL": " "}, "PRESSREVIEW_OPENAI_MODEL names no model"),
        ({"PRESSREVIEW_OFFLINE": "1"}, "PRESSREVIEW_OFFLINE is set"),
        (
            {"PRESSREVIEW_OPENAI_KEY": "sk-secret\nX-Other: 1"},
            "PRESSREVIEW_OPENAI_KEY holds a sign that no key has",
        ),
        (
            {"PRESSREVIEW_OPENAI_URL": "http://far.example/v1", "PRESSREVIEW_OPENAI_KEY": "sk-1"},
            (
                "PRESSREVIEW_OPENAI_URL begins with http:, and the key would travel in the open; "
                "use https:"
            ),
        ),
        (
            {"PRESSREVIEW_OPENAI_URL": "file:///etc/passwd"},
            "PRESSREVIEW_OPENAI_URL is no web address as https://api.example/v1",
        ),
        (
            {"PRESSREVIEW_OPENAI_URL": "https://[broken/v1"},
            "PRESSREVIEW_OPENAI_URL is no web address",
        ),
    ],
)
def test_an_environment_that_names_no_endpoint(changes: dict[str, str], why: str) -> None:
    """What is wrong with the environment is said, and never with the key in it."""
    with pytest.raises(EndpointError) as found:
        endpoint_from({**GIVEN, **changes}, seconds=1)
    assert str(found.value) == why


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example/v1",
        "https://api.example/v1/",
        "https://api.example/v1/chat/completions",
    ],
)
def test_the_address_may_be_base_or_whole(url: str) -> None:
    """Documentation of servers gives the one or the other."""
    endpoint = endpoint_from({**GIVEN, "PRESSREVIEW_OPENAI_URL": url}, seconds=1)
    assert endpoint.url == "https://api.example/v1/chat/completions"


def test_the_key_is_never_shown() -> None:
    """Not even in a dump of the value that holds it."""
    endpoint = endpoint_from({**GIVEN, "PRESSREVIEW_OPENAI_KEY": "sk-secret"}, seconds=1)
    assert endpoint.key == "sk-secret"
    assert "secret" not in repr(endpoint)


def test_only_this_part_opens_connections() -> None:
    """No other module imports an HTTP client."""
    package = Path(__file__).resolve().parents[2] / "generator"
    users = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if "import urllib3" in path.read_text(encoding="utf-8")
    }
    assert users == {"asking"}
