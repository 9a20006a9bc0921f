"""A host that speaks the little of S3 that a deploy needs, so that the real client can be tried on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree

SPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


class Bucket(ThreadingHTTPServer):
    """One bucket, whatever its name: its objects, their types, how long they may be kept, and what was done."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.objects: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.kept: dict[str, str] = {}
        self.done: list[tuple[str, str]] = []
        self.locked: set[str] = set()
        """What nobody may delete."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Bucket

    def do_GET(self) -> None:
        asked = unquote(urlsplit(self.path).path).split("/", 2)[2:]
        if asked and asked[0]:
            self._answer(self.server.objects[asked[0]])
            return
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        root = etree.Element(f"{{{SPACE}}}ListBucketResult", nsmap={None: SPACE})  # type: ignore[dict-item]
        for key, content in self.server.objects.items():
            if key.startswith(prefix):
                entry = etree.SubElement(root, f"{{{SPACE}}}Contents")
                for name, text in (("Key", key), ("ETag", f'"{md5(content, usedforsecurity=False).hexdigest()}"')):
                    etree.SubElement(entry, f"{{{SPACE}}}{name}").text = text
        self._answer(etree.tostring(root))

    def do_PUT(self) -> None:
        key = unquote(urlsplit(self.path).path).split("/", 2)[2]
        self.server.objects[key] = self._body()
        self.server.types[key] = self.headers["Content-Type"]
        self.server.kept[key] = self.headers["Cache-Control"]
        self.server.done.append(("put", key))
        self._answer(b"")

    def do_POST(self) -> None:
        """Delete, as S3 does: what it may not delete it says within an answer of success."""
        asked = [key.text or "" for key in etree.fromstring(self._body()).iter(f"{{{SPACE}}}Key")]
        for key in asked:
            if key not in self.server.locked:
                self.server.objects.pop(key, None)
                self.server.done.append(("delete", key))
        refused = [
            f"<Error><Key>{key}</Key><Code>AccessDenied</Code></Error>" for key in asked if key in self.server.locked
        ]
        self._answer(f'<DeleteResult xmlns="{SPACE}">{"".join(refused)}</DeleteResult>'.encode())

    def _body(self) -> bytes:
        """The body, also where it comes in pieces that are signed each (aws-chunked)."""
        raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if "aws-chunked" not in (self.headers.get("Content-Encoding") or ""):
            return raw
        content = b""
        while raw:
            head, _, raw = raw.partition(b"\r\n")
            size = int(head.partition(b";")[0], 16)
            if not size:
                break
            content, raw = content + raw[:size], raw[size + 2 :]
        return content

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"x"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def bucket() -> Iterator[Bucket]:
    """Run the host while inside."""
    with Bucket() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
