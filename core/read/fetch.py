"""One address -> bytes: fetched because a person named it, and from the open Internet only.

Nothing here runs by itself. A request goes to the one address given and to where it redirects; nothing that a
page links is followed. A name is resolved once, each of its addresses must be a public one (not this machine, its
network, or a provider's metadata service), and the connection goes to just the address that was checked, for
every redirect anew. See OWASP's "Server-Side Request Forgery Prevention Cheat Sheet".
"""

from __future__ import annotations

import gzip
import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from core.errors import ReadError

SCHEMES = {"http": 80, "https": 443}
MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5
SECONDS = 10.0
"""For each answer of the network."""
SECONDS_IN_ALL = 30.0
"""For one request, however slowly its answer drips."""
_ASKED = {
    "User-Agent": "Dateline (reads the one page that its user names)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/plain;q=0.8,application/pdf;q=0.8",
    "Accept-Encoding": "gzip, identity",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Fetched:
    """What an address gave."""

    url: str
    """Where it was found, after redirects."""
    kind: str
    """Media type, lower case, such as ``text/html``; empty when the server named none."""
    charset: str
    """Encoding that the server named, or empty."""
    body: bytes


def is_address(name: str) -> bool:
    """Whether an input is an address of the web and not a file."""
    return name.lower().startswith(("http://", "https://"))


def fetch(url: str, local: bool = False) -> Fetched:
    """Fetch an address and follow its redirects. ``local`` allows this machine and its network too.

    Raises ``ReadError``, which names the address and the reason.
    """
    at = url
    try:
        for _ in range(MOST_REDIRECTS + 1):
            answer = _once(at, local)
            if isinstance(answer, Fetched):
                return answer
            at = answer
    except ReadError as error:
        raise ReadError(url, error.reason if at == url else f"leads to {at}: {error.reason}") from error
    raise ReadError(url, f"more than {MOST_REDIRECTS} redirects")


def _once(url: str, local: bool) -> Fetched | str:
    """One request: what it gave, or where it leads."""
    parts = _parts(url)
    host, port = _host(parts, url), parts.port or SCHEMES[parts.scheme]
    connection = _connection(parts.scheme, host, port, _public(host, port, url, local))
    late = threading.Event()
    timer = threading.Timer(SECONDS_IN_ALL, _cut, (connection, late))
    with closing(connection):
        try:
            timer.start()
            path = quote(parts.path or "/", safe="/%:=&?~#+!$,;'@()*[]") + ("?" + quote(parts.query, safe="/%:=&?~+!$,;'@()*[]") if parts.query else "")
            connection.request("GET", path, headers=_ASKED)
            answer = _answer(connection.getresponse(), url)
            if late.is_set():  # what was cut off can look whole
                raise TimeoutError
            return answer
        except (OSError, http.client.HTTPException) as error:
            raise ReadError(url, f"no answer within {SECONDS_IN_ALL:.0f} seconds" if late.is_set() else _why(error)) from error
        finally:
            timer.cancel()


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {SECONDS:.0f} seconds"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection ({getattr(error, 'verify_message', '') or error.reason or 'the server speaks no TLS'})"
    if isinstance(error, http.client.HTTPException):
        return "its answer is broken off or no HTTP"
    return f"cannot be reached ({getattr(error, 'strerror', None) or error})"


# --- where a request may go ----------------------------------------------------------------
def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise ReadError(url, "no address that can be read") from error
    if parts.scheme not in SCHEMES:
        raise ReadError(url, "only http and https can be fetched")
    if not parts.hostname or port == 0:
        raise ReadError(url, "no address that can be read")
    if parts.username is not None or parts.password is not None:
        raise ReadError(url, "has a user name in it, which is not sent anywhere")
    return parts


def _host(parts: SplitResult, url: str) -> str:
    """The host's name as the network writes it (IDNA)."""
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ReadError(url, "no address that can be read") from error


def _public(host: str, port: int, url: str, local: bool) -> str:
    """The numeric address to connect to; every one that the name has must be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(url, f"the host {host} is not known") from error
    numbers = [str(entry[4][0]) for entry in found]
    for number in numbers:
        if not (local or is_public(number)):
            raise ReadError(url, "is an address of this machine or its network, not of the open Internet")
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether a numeric address is one of the open Internet, whatever form it hides in."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        hidden = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            hidden = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if hidden is not None and not is_public(str(hidden)):
            return False
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


def _connection(scheme: str, host: str, port: int, number: str) -> http.client.HTTPConnection:
    """A connection to the address that was checked, under the host's name."""

    def dial(_: tuple[str, int], *args: object) -> socket.socket:
        return socket.create_connection((number, port), SECONDS)

    secure = ssl.create_default_context()
    connection = http.client.HTTPSConnection(host, port, timeout=SECONDS, context=secure) if scheme == "https" else http.client.HTTPConnection(host, port, timeout=SECONDS)
    connection._create_connection = dial  # type: ignore[attr-defined]  # the standard library's own way to another socket
    return connection


def _cut(connection: http.client.HTTPConnection, late: threading.Event) -> None:
    late.set()
    if connection.sock is not None:
        with suppress(OSError):  # it may be over already
            connection.sock.shutdown(socket.SHUT_RDWR)


# --- what comes back -----------------------------------------------------------------------
def _answer(response: http.client.HTTPResponse, url: str) -> Fetched | str:
    if response.status in _REDIRECTS and (to := response.headers.get("Location")):
        return _joined(url, to.strip())
    if response.status != 200:
        raise ReadError(url, f"the server answers {response.status} {response.reason}".strip())
    head: Message = response.headers
    kind = head.get_content_type() if head.get("Content-Type") else ""
    body = _unpacked(_body(response, url), head.get("Content-Encoding", "").strip().lower(), url)
    return Fetched(url, kind, head.get_content_charset() or "", body)


def _joined(url: str, to: str) -> str:
    try:
        return urljoin(url, to)
    except ValueError as error:
        raise ReadError(url, "leads to no address that can be read") from error


def _body(response: http.client.HTTPResponse, url: str) -> bytes:
    body = response.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES or (response.length or 0) + len(body) > MOST_BYTES:
        raise ReadError(url, f"more than {MOST_BYTES // 1_000_000} MB")
    if response.length:
        raise ReadError(url, "its answer is broken off")
    return body


def _unpacked(body: bytes, encoding: str, url: str) -> bytes:
    """The body without its compression, which may hold a thousand times its size."""
    if encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip"):
        raise ReadError(url, f"is packed in a way that was not asked for ({encoding})")
    try:
        unpacker = zlib.decompressobj(wbits=31)
        plain = unpacker.decompress(body, MOST_BYTES + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise ReadError(url, "is packed in a way that cannot be read") from error
    if len(plain) > MOST_BYTES:
        raise ReadError(url, f"more than {MOST_BYTES // 1_000_000} MB")
    if not unpacker.eof:
        raise ReadError(url, "its answer is broken off")
    return plain
