"""Text styles as ANSI escape sequences."""

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
    "bold red": "1;31",
    "bold yellow": "1;33",
}


def paint(text: str, style: str, coloured: bool) -> str:
    """Return text in a style, unchanged unless ``coloured``."""
    if not coloured or not style or not text:
        return text
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"
