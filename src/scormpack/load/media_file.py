"""One file that a text shows or offers: what it is, and what stands beside it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from scormpack.late_regex import compile_late
from scormpack.load.captions import CaptionFault, read_captions, write_transcript
from scormpack.load.picture_size import drawing_size, picture_size
from scormpack.model import Captions, Media

Fault = tuple[str, str, str]
"""Code, message, hint."""
_NOT_ASCII = compile_late(r"[^a-z0-9]+")
_CAPTIONS = compile_late(r"(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.vtt")


def describe_media(path: str, data: bytes, names: Sequence[str], read: Callable[[str], bytes]) -> Media | Fault:
    """Return a file as pages need it, or what keeps it out of them.

    Args:
        path: from the course folder.
        data: its bytes.
        names: of all files in its folder.
        read: from a name in that folder to its bytes; raises OSError.
    """
    media = Media(path, _target(path, data), len(data))
    if path.lower().endswith(".svg"):
        from scormpack.load.drawing import read_drawing  # noqa: PLC0415 (a course without drawings needs no lxml)

        drawing = read_drawing(data)
        if isinstance(drawing, str):
            hint = (
                "Export it as a plain SVG, or save it as a PNG: drawings hold shapes and text, and nothing that acts."
            )
            return "svg-refused", f"`{path}` cannot be shown: {drawing}", hint
        return media.sized(drawing_size(drawing))
    if path.lower().endswith(".vtt"):
        cues = read_captions(data)
        return _caption_fault(path, cues) if isinstance(cues, CaptionFault) else media
    if media.is_film or media.is_sound:
        return _with_companions(media, names, read)
    return media.sized(picture_size(data))


def _with_companions(media: Media, names: Sequence[str], read: Callable[[str], bytes]) -> Media | Fault:
    """Find `talk.vtt`, `talk.fr.vtt` and `talk.txt` beside `talk.mp4`."""
    folder, _, name = media.path.rpartition("/")
    stem = PurePosixPath(name).stem
    captions: list[Captions] = []
    transcript: tuple[str, ...] = ()
    for other in sorted(names):
        path = f"{folder}/{other}" if folder else other
        match = _CAPTIONS.fullmatch(other.removeprefix(stem)) if other.startswith(stem) else None
        if match:
            data = read(other)
            cues = read_captions(data)
            if isinstance(cues, CaptionFault):
                return _caption_fault(path, cues)
            file = Media(path, _target(path, data), len(data))
            captions.append(Captions(match[1] or "", file, data.decode("utf-8-sig"), write_transcript(cues)))
        elif other == f"{stem}.txt":
            text = read(other).decode("utf-8-sig", "replace")
            transcript = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
    return media.accompanied(tuple(captions), transcript)


def _caption_fault(path: str, fault: CaptionFault) -> Fault:
    return (
        "captions-file",
        f"`{path}`, line {fault.line}: {fault.message}",
        "Browsers drop such captions: mend the file.",
    )


def _target(path: str, data: bytes) -> str:
    name = PurePosixPath(path.lower())
    ascii_stem = unicodedata.normalize("NFKD", name.stem).encode("ascii", "ignore").decode()
    slug = _NOT_ASCII.sub("-", ascii_stem).strip("-") or "file"
    ending = _NOT_ASCII.sub("", name.suffix)
    digest = hashlib.sha256(data).hexdigest()[:10]
    return f"assets/{slug[:40]}-{digest}{'.' if ending else ''}{ending}"
