"""Invoices as PDF files of one page with one line."""

PREFIX = "/_sandbox/invoices/"
_SUFFIX = ".pdf"


def invoice_path(id: str) -> str:
    """Return the path of an invoice's PDF."""
    return f"{PREFIX}{id}{_SUFFIX}"


def invoice_of(path: str) -> bytes | None:
    """Return the PDF at a path, or None if the path is no invoice."""
    if not path.startswith(PREFIX) or not path.endswith(_SUFFIX):
        return None
    id = path.removeprefix(PREFIX).removesuffix(_SUFFIX)
    return pdf(f"Invoice {id}") if id.replace("-", "").isalnum() else None


def pdf(line: str) -> bytes:
    """Return a PDF 1.4 file of one page with a line of ASCII text (ISO 32000-1, annex H)."""
    text = f"BT /F1 14 Tf 72 720 Td ({line}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    content += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    start = content.index("xref\n0 ")
    content += f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return content.encode("ascii")
