"""A web server for a folder, as an LMS would serve an unzipped package."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, keeps nothing in caches, and writes no log."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let no test see the file of another."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base's name)
        """Say nothing."""


class LoopbackServer(ThreadingHTTPServer):
    """Listens on this machine alone; a browser that goes away is no error."""

    daemon_threads = True
    request_queue_size = 128  # five are lost when a page asks for ten files on a busy machine: each then waits seconds

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a page that closes in mid-request breaks its connection."""

    @property
    def url(self) -> str:
        """``http://127.0.0.1:PORT``, no slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def running(server: LoopbackServer) -> Iterator[LoopbackServer]:
    """Serve in a thread until the block ends."""
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Yield the URL under which ``folder`` is served, no slash at the end."""
    handler = partial(QuietHandler, directory=str(folder))
    with running(LoopbackServer(("127.0.0.1", 0), handler)) as server:
        yield server.url
