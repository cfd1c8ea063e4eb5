"""Text alternatives that are a file's name, or say only that there is a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath

from scormpack.check.authored_text import AuthoredText
from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.late_regex import compile_late

_IMAGE = compile_late(r"<img\b[^>]*>")
_ALT = compile_late(r'\salt="([^"]*)"')
_SOURCE = compile_late(r'\ssrc="([^"]*)"')
_FILE_NAME = compile_late(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|mp[34]|webm|m4[av]|ogg|wav)", re.IGNORECASE)
_CAMERA = compile_late(r"(?:img|dsc|dscn|dscf|pxl|screenshot|image|photo|untitled)[\s_-]*\d+\w*", re.IGNORECASE)
_NOTHING = frozenset(
    (
        *("image", "picture", "photo", "graphic", "img", "icon", "screenshot", "figure", "diagram", "alt", "alt text"),
        *("bild", "foto", "grafik", "abbildung", "image", "figure", "photo", "imagen", "figura", "imagem", "gráfico"),
        *("图片", "圖片", "图", "画像", "写真", "図", "चित्र", "तस्वीर", "صورة"),
    )
)


def check_image_names(text: AuthoredText) -> Iterator[Fault]:
    """Yield the pictures whose alternative a reader who does not see them learns nothing from."""
    if "![" not in text.markdown and "<img" not in text.markdown:
        return
    for image in _IMAGE.findall(text.html):
        alt, source = _ALT.search(image), _SOURCE.search(image)
        words = unescape(alt[1]).strip() if alt else ""
        if not words:
            continue  # `image-alternative` tells of those
        name = PurePosixPath(unescape(source[1])) if source else PurePosixPath()
        is_name = words.casefold() == name.name.casefold() or _FILE_NAME.fullmatch(words) or _CAMERA.fullmatch(words)
        if is_name or fold(words) in _NOTHING:
            message = f"`{words}` tells nobody what the picture shows"
            hint = f"Say what it shows: `![A diagram of …]({name})`."
            yield text.fault(message, hint, at=words)
