"""Where the pictures of the docs go, and how they are kept small."""

from pathlib import Path

from PIL import Image

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def save(name: str, image: Image.Image) -> None:
    """Write docs/images/``name``.png in 256 colours: a third of the bytes, and nobody sees it."""
    few = image.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(IMAGES / f"{name}.png", optimize=True)
