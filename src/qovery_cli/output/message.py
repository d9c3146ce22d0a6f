"""Notices, warnings and errors, written to stderr."""

from qovery_cli.errors import QoveryError
from qovery_cli.http.redact import mask_urls
from qovery_cli.output import json_format
from qovery_cli.output.sanitize import clean, one_line
from qovery_cli.output.style import paint
from qovery_cli.output.terminal import Terminal


def error_text(error: QoveryError, terminal: Terminal, as_json: bool = False) -> str:
    """Return the text of an error, ending in a line break.

    As text: the message, one line for each detail, the hint, and the request id for the support.
    As JSON: one flat object on one line (`QoveryError.as_data`).
    """
    if as_json:
        return mask_urls(json_format.line(error.as_data(), ascii_only=not terminal.unicode))
    coloured = terminal.color_err
    lines = [f"{paint('error:', 'bold red', coloured)} {sanitized(error.message)}"]
    lines += [f"  {one_line(mask_urls(detail))}" for detail in error.detail]
    if error.hint:
        lines.append(f"{paint('hint:', 'cyan', coloured)} {sanitized(error.hint)}")
    if error.request_id:
        status = f" (HTTP {error.http})" if error.http else ""
        lines.append(paint(f"request: {one_line(error.request_id)}{status}", "dim", coloured))
    return "\n".join(lines) + "\n"


def notice(text: str, terminal: Terminal, as_json: bool = False) -> None:
    """Write information that is not a problem."""
    _emit("notice", "", text, terminal, as_json)


def warning(text: str, terminal: Terminal, as_json: bool = False) -> None:
    """Write a warning about a possible problem."""
    label = paint("warning:", "bold yellow", terminal.color_err) + " "
    _emit("warning", label, text, terminal, as_json)


def _emit(level: str, label: str, text: str, terminal: Terminal, as_json: bool) -> None:
    if as_json:
        message = {"level": level, "message": mask_urls(text)}
        terminal.tell(json_format.line(message, ascii_only=not terminal.unicode))
    else:
        terminal.tell(f"{label}{sanitized(text).rstrip()}\n")


def sanitized(text: str) -> str:
    """Return text without credentials in URLs and without control characters."""
    return clean(mask_urls(text))
