"""A package's file over HTTP, as an LMS serves it."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

from starlette.responses import Response

from scormpack.late_regex import compile_late

_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
    ".json": "application/json", ".xml": "text/xml", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
    ".woff": "font/woff", ".woff2": "font/woff2", ".ttf": "font/ttf", ".otf": "font/otf", ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav", ".mp4": "video/mp4", ".webm": "video/webm",
    ".vtt": "text/vtt", ".pdf": "application/pdf", ".txt": "text/plain", ".wasm": "application/wasm",
    ".csv": "text/csv", ".swf": "application/x-shockwave-flash", ".xsd": "text/xml", ".dtd": "application/xml-dtd",
}  # fmt: skip
"""Written out: the system's own table differs from machine to machine."""
_AS_MOODLE = {".mjs": "text/plain", ".wasm": "application/octet-stream"}
_RANGE = compile_late(r"bytes=(\d*)-(\d*)")


def media_type(path: str, *, moodle: bool) -> str:
    """Return what the file is served as; ``moodle``: as Moodle does, which makes module scripts fail."""
    ending = PurePosixPath(path).suffix.lower()
    if moodle and ending in _AS_MOODLE:
        return _AS_MOODLE[ending]
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def respond(data: bytes, kind: str, wanted: str | None) -> Response:
    """Return the file, or the one range of it that a player asks for (RFC 9110, 14)."""
    headers = {"Accept-Ranges": "bytes", "Content-Type": kind}
    asked = _RANGE.fullmatch(wanted or "")
    if asked is None or not any(asked.groups()):
        return Response(data, headers=headers)
    first, last = asked.groups()
    start = int(first) if first else max(0, len(data) - int(last))
    end = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if start > end:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
    return Response(data[start : end + 1], 206, headers)
