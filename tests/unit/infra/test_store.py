"""Files by key: the same on disk, in memory, and in a store that speaks S3."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from obstore.store import MemoryStore

from shop.config import Misconfigured, Settings
from shop.infra.store import Store, opened
from shop.kernel.errors import Unavailable


class Bucket(BaseHTTPRequestHandler):
    """As much of S3 as four methods need; what it holds lies on its server."""

    def do_PUT(self):
        self.server.held[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(200, b"", ETag='"1"')

    def do_GET(self):
        found = self.server.held.get(self.path)
        self._answer(404 if found is None else 200, found or b"", ETag='"1"')

    def do_HEAD(self):
        self.do_GET()

    def do_POST(self):
        """Delete several at once, which is how one is deleted."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        key = body.partition("<Key>")[2].partition("</Key>")[0]
        self.server.held.pop(f"/cloths/{key}", None)
        said = f"<DeleteResult><Deleted><Key>{key}</Key></Deleted></DeleteResult>"
        self._answer(200, said.encode())

    def _answer(self, status, body, **headers):
        self.server.signed.append(self.headers.get("Authorization", ""))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", "Mon, 23 Nov 2026 09:00:00 GMT")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    def log_message(self, *args):
        pass


@pytest.fixture
def bucket() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    server.held, server.signed = {}, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["disk", "memory", "s3"])
def store(request, tmp_path, bucket):
    if request.param == "memory":
        return Store(MemoryStore())
    endpoint = f"http://127.0.0.1:{bucket.server_port}"
    address = f"s3://key:se%2Fcret@cloths/shop?endpoint={endpoint}&region=eu"
    return opened(Settings(var_dir=str(tmp_path), store=address if request.param == "s3" else ""))


def test_what_was_put_is_found_and_replaced(store):
    assert store.get("artwork/a.png") is None
    assert not store.has("artwork/a.png")

    store.put("artwork/a.png", b"one")
    assert store.get("artwork/a.png") == b"one"
    assert store.has("artwork/a.png")

    store.put("artwork/a.png", b"two")
    assert store.get("artwork/a.png") == b"two"


def test_what_was_deleted_is_gone_and_deleting_again_is_quiet(store):
    store.put("artwork/a.png", b"one")

    store.delete("artwork/a.png")
    store.delete("artwork/a.png")

    assert store.get("artwork/a.png") is None


def test_the_disk_holds_whole_files_and_nothing_beside_them(tmp_path):
    store = opened(Settings(var_dir=str(tmp_path)))

    store.put("artwork/a.png", b"one")
    store.put("artwork/a.png", b"two")

    files = [each for each in (tmp_path / "store").rglob("*") if each.is_file()]
    assert [str(each.relative_to(tmp_path)) for each in files] == ["store/artwork/a.png"]


def test_the_bucket_is_asked_by_path_and_signed_with_our_key(bucket):
    address = f"s3://key:secret@cloths/shop?endpoint=http://127.0.0.1:{bucket.server_port}"
    opened(Settings(store=address)).put("artwork/a.png", b"one")

    assert bucket.held == {"/cloths/shop/artwork/a.png": b"one"}
    assert "Credential=key/" in bucket.signed[0]
    assert "/us-east-1/s3/" in bucket.signed[0]


def test_a_store_that_does_not_answer_says_so_in_a_sentence(tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store/artwork").write_bytes(b"a file where a folder should be")
    store = opened(Settings(var_dir=str(tmp_path)))

    with pytest.raises(Unavailable, match="does not answer just now"):
        store.put("artwork/a.png", b"one")


@pytest.mark.parametrize("address", [
    "s3://bucket",
    "s3://bucket/folder?region=eu-central-1",
    "s3://key:secret@bucket?endpoint=https://s3.example.com&region=eu",
])  # fmt: skip
def test_an_address_of_a_bucket_is_taken(address):
    assert Settings.read({"SHOP_STORE": address}).store == address


@pytest.mark.parametrize("address", [
    "bucket", "s3://", "https://bucket", "s3://bucket?endpoint=s3.example.com",
    "s3://bucket?end=https://s3.example.com", "s3://key@bucket", "s3://bucket?endpoint",
    "s3://[bucket",
])  # fmt: skip
def test_any_other_address_is_refused_with_an_example(address):
    with pytest.raises(Misconfigured, match="such as s3://bucket"):
        Settings.read({"SHOP_STORE": address})
