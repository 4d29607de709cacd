"""Addresses of the web, asked of a server on this machine: what is read, where nothing goes, and every reason why not."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.ingest import from_address
from core.read import fetch as fetching
from core.read import read
from core.read.fetch import fetch, is_public
from core.records import Article
from tests.read.printed_pages import column, pdf

PAGE = """<html lang="en"><head><title>Bridges down</title><meta property="og:site_name" content="The Courier"></head><body><nav>Menu</nav><article>
<p>Two bridges over the river were destroyed in the night, the governor of the province said on Tuesday – the first since spring.</p>
<p>Engineers expect that a ferry can carry up to 40 lorries a day until a pontoon bridge is laid next week, he said.</p>
<p>Nobody was hurt because both bridges had been closed since shelling began in the first days of the month.</p></article></body></html>"""
FEED = '<rss version="2.0"><channel><title>The Courier</title><item><guid>1</guid><link>/secret</link><description>A bridge fell.</description></item></channel></rss>'

HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/2019/03/05/page": (200, HTML, PAGE.encode()),
    "/western": (200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")),
    "/packed": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 30_000_000)),
    "/torn": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-20]),
    "/odd": (200, HTML | {"Content-Encoding": "br"}, b"x"),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, FEED.encode()),
    "/data": (200, {"Content-Type": "text/xml"}, b"<data/>"),
    "/text": (200, {"Content-Type": "text/plain"}, "A bridge fell – caf\u00e9.".encode()),
    "/pdf": (200, {"Content-Type": "application/pdf"}, pdf([column(["A bridge fell in the night."])])),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/unnamed": (200, {}, b"x"),
    "/empty": (200, HTML, b""),
    "/gone": (404, HTML, b"no"),
    "/moved": (301, {"Location": "/2019/03/05/page"}, b""),
    "/lost": (302, {}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/astray": (302, {"Location": "http://[::1"}, b""),
    "/inside": (302, {"Location": "http://192.168.0.1/admin"}, b""),
    "/large": (200, HTML | {"Content-Length": "20000000"}, b"x"),
    "/short": (200, HTML | {"Content-Length": "5000"}, b"<p>Half"),
}


class Server(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Server.asked.append(self.path)
        if self.path == "/drip":
            return self._drip()
        if self.path == "/endless":
            return self._endless()
        status, headers, body = ANSWERS[self.path.partition("?")[0]]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(b"<p>again</p>" * 10_000)
        except OSError:
            pass

    def _drip(self) -> None:
        try:
            for letter in b"HTTP/1.0 200 OK\r\n" + b"X-More: 1\r\n" * 50:
                self.wfile.write(bytes([letter]))
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()


@pytest.fixture
def local(monkeypatch, server):
    monkeypatch.setenv("DATELINE_FETCH", "local")
    Server.asked.clear()
    return server


def one(url: str) -> Article | ReadError:
    (item,) = read([url])
    return item


def test_a_page_is_read_as_a_saved_one(local):
    page = one(f"{local}/2019/03/05/page")
    assert page.text.startswith("Two bridges")
    assert page.text.count("\n\n") == 2
    assert (page.title, page.outlet, page.language, page.published) == ("Bridges down", "The Courier", "en", "2019-03-05")
    assert page.url == f"{local}/2019/03/05/page"


@pytest.mark.parametrize("path", ["/western", "/packed", "/moved", "/2019/03/05/page?a=b c&d=ä"])
def test_encodings_compression_and_redirects(local, path):
    assert "– the first since spring" in one(local + path).text


def test_an_address_and_where_it_leads_are_one_article(local):
    first, second = read([f"{local}/moved", f"{local}/2019/03/05/page"])
    assert first.url == f"{local}/2019/03/05/page"
    assert "was read before" in second.reason


def test_a_feed_is_its_own_text_and_no_link_is_followed(local):
    item = one(f"{local}/feed")
    assert (item.text, item.outlet) == ("A bridge fell.", "The Courier")
    assert Server.asked == ["/feed"]


def test_texts_and_pdf(local):
    assert one(f"{local}/text").text == "A bridge fell – café."
    assert one(f"{local}/pdf").text == "A bridge fell in the night."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", "is image/png, which is no article"),
        ("/unnamed", "of no kind that its server names"),
        ("/data", "no feed"),
        ("/empty", "empty"),
        ("/gone", "the server answers 404"),
        ("/lost", "the server answers 302"),
        ("/round", "more than 5 redirects"),
        ("/file", "leads to file:///etc/passwd: only http and https"),
        ("/astray", "leads to no address that can be read"),
        ("/large", "more than 10 MB"),
        ("/endless", "more than 10 MB"),
        ("/bomb", "more than 10 MB"),
        ("/torn", "broken off"),
        ("/short", "broken off"),
        ("/odd", "was not asked for (br)"),
    ],
)
def test_what_is_no_article_is_named_with_its_reason_and_the_others_go_on(local, path, reason):
    bad, good = read([local + path, f"{local}/text"])
    assert bad.name == local + path
    assert reason in bad.reason
    assert isinstance(good, Article)


def test_this_machine_and_its_network_are_not_asked(monkeypatch, server):
    monkeypatch.setenv("DATELINE_FETCH", "1")
    Server.asked.clear()
    assert "this machine or its network" in one(f"{server}/text").reason
    assert "this machine or its network" in one(server.replace("127.0.0.1", "localhost") + "/text").reason
    assert Server.asked == []


def test_a_redirect_is_checked_like_the_first_address(monkeypatch, server):
    public = {"192.168.0.1": False, "127.0.0.1": True}
    monkeypatch.setattr(fetching, "is_public", lambda number: public[number])
    reason = one(f"{server}/inside").reason
    assert reason == "leads to http://192.168.0.1/admin: is an address of this machine or its network, not of the open Internet"


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch, server):
    """A name that means another machine the next time it is asked for (DNS rebinding) gains nothing."""
    port = int(server.rpartition(":")[2])
    asked = []

    def answer(host, *_, **__):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port))]

    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda host, *a, **k: answer(host) if host == "news.example" else REAL(host, *a, **k))
    monkeypatch.setattr(fetching, "is_public", lambda number: True)
    assert one(f"http://news.example:{port}/text").text.startswith("A bridge")
    assert asked == ["news.example"]


REAL = socket.getaddrinfo


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (number, 80)) for number in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: found)
    assert "this machine or its network" in one("http://news.example/").reason


@pytest.mark.parametrize(
    "number",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1 "
    "::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:a00:1::".split(),
)
def test_addresses_that_are_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_addresses_that_are(number):
    assert is_public(number)


def test_the_forms_in_which_a_number_can_be_written_are_resolved_first(monkeypatch):
    monkeypatch.setenv("DATELINE_FETCH", "1")
    for host in ("2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"):
        reason = one(f"http://{host}/").reason
        assert "this machine or its network" in reason or "is not known" in reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://", "no address"),
        ("http://:80/", "no address"),
        ("http://host:notaport/", "no address"),
        ("http://host:99999/", "no address"),
        ("http://[::1", "no address"),
        ("https://user:secret@news.example/", "user name"),
        ("http://" + "a" * 300 + ".example/", "not known"),
    ],
)
def test_what_is_no_address_is_said(url, reason):
    item = one(url)
    assert item.name == url
    assert reason in item.reason


def test_a_server_that_is_silent_drips_or_is_not_there(monkeypatch, local):
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    monkeypatch.setattr(fetching, "SECONDS_IN_ALL", 1.0)
    started = time.monotonic()
    assert "no answer within 1 seconds" in one(f"{local}/drip").reason
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "no answer within" in one(f"http://127.0.0.1:{silent.getsockname()[1]}/").reason
        closed = silent.getsockname()[1]
    assert "cannot be reached" in one(f"http://127.0.0.1:{closed}/").reason
    assert "no secure connection" in one(local.replace("http://", "https://") + "/text").reason
    assert time.monotonic() - started < 8


def test_the_page_s_field_takes_addresses_alone(local):
    (item,) = from_address(f"{local}/text")
    assert item.id.startswith("web-")
    (error,) = from_address("/etc/passwd")
    assert "no address" in error.reason


@given(url=st.text(alphabet="htps:/@[]%.?#&0129abc\\ \t\n\u00e9\u3002", max_size=40))
def test_no_address_makes_the_reader_raise(url):
    with pytest.raises(ReadError):
        fetch("ftp://" + url)
    with pytest.raises(ReadError):
        fetch("http://[" + url)
