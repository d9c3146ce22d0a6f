import gzip
import tracemalloc

import httpx
import pytest

from qovery_cli.errors import UnavailableError, UsageError
from qovery_cli.http.answer_size import max_answer
from qovery_cli.http.receive import size_text
from qovery_cli.http.request import Request

MIB = 1024**2


def serving(client_at, chunks, headers=None, **more):
    class Body(httpx.SyncByteStream):
        def __iter__(self):
            yield from chunks

    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, stream=Body()))
    return client_at(transport=transport, **more)


def send(client, method="GET"):
    return client.send(Request(method, "https://api.acme.test/x"))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("64MB", 64 * MIB),
        ("1GiB", 1024 * MIB),
        ("512kb", 512 * 1024),
        ("0.5MB", MIB // 2),
        ("1000", 1000),
        ("10b", 10),
    ],
)
def test_size_is_parsed(text, size):
    assert max_answer(text) == size


@pytest.mark.parametrize("text", ["0", "-1", "lots", "64 MB 3", "64MB/s", "1e9", " "])
def test_invalid_size_is_a_usage_error(text):
    with pytest.raises(UsageError, match="Invalid QOVERY_MAX_ANSWER"):
        max_answer(text)


@pytest.mark.parametrize(
    ("size", "text"),
    [(256 * MIB, "256 MiB"), (MIB // 2, "512 KiB"), (1024 * MIB, "1 GiB"), (1000, "1000 bytes")],
)
def test_size_is_formatted_in_the_largest_exact_unit(size, text):
    assert size_text(size) == text


def test_response_of_exactly_the_limit_is_returned(client_at):
    assert send(serving(client_at, [b"[", b"1]"], max_answer=3)).data == [1]


def test_endless_response_is_cut_at_the_limit(client_at):
    def endless():
        while True:
            yield b" " * 65536

    with pytest.raises(UnavailableError, match="larger than 2 MiB") as caught:
        send(serving(client_at, endless(), max_answer=2 * MIB))
    assert "QOVERY_MAX_ANSWER" in caught.value.hint


def test_limit_applies_to_the_decompressed_size(client_at):
    bomb = gzip.compress(bytes(32 * MIB))
    pieces = [bomb[start : start + 4096] for start in range(0, len(bomb), 4096)]
    client = serving(client_at, pieces, {"Content-Encoding": "gzip"}, max_answer=MIB)
    tracemalloc.start()
    try:
        with pytest.raises(UnavailableError, match="larger than 1 MiB"):
            send(client)
        assert tracemalloc.get_traced_memory()[1] < 16 * MIB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "gzip,br"])
def test_unbounded_content_encoding_is_rejected(client_at, encoding):
    client = serving(client_at, [b"[]"], {"Content-Encoding": encoding})
    with pytest.raises(UnavailableError, match="unsupported compression"):
        send(client)


def test_change_with_oversized_response_may_have_been_carried_out(client_at):
    with pytest.raises(UnavailableError, match="may have been carried out"):
        send(serving(client_at, [b"[1, 2]"], max_answer=3), "POST")


def test_stream_has_no_limit_and_constant_memory(client_at):
    client = serving(client_at, (bytes(65536) for _ in range(1024)), max_answer=MIB)
    tracemalloc.start()
    try:
        with client.stream(Request("GET", "https://api.acme.test/x")) as answer:
            assert sum(map(len, answer.chunks())) == 64 * MIB
        assert tracemalloc.get_traced_memory()[1] < 8 * MIB
    finally:
        tracemalloc.stop()


def test_the_error_body_of_a_stream_is_limited(loopback, steps, client_at):
    server = loopback(steps.respond(400, b"x" * 2000))
    with (
        pytest.raises(UnavailableError, match="larger than 1000 bytes"),
        client_at(server.url, max_answer=1000).stream(Request("GET", server.url + "/x")),
    ):
        pass


def test_interrupted_stream_is_an_error(loopback, steps, client_at):
    server = loopback(steps.truncate_body)
    client = client_at(server.url)
    with client.stream(Request("GET", server.url + "/x")) as answer:
        chunks = answer.chunks()
        assert next(chunks) == b'{"a'
        with pytest.raises(UnavailableError, match="closed before the response was complete"):
            next(chunks)
