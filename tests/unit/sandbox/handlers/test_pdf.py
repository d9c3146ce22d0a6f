from qovery_cli.sandbox.handlers.pdf import invoice_of, invoice_path, pdf


def test_an_invoice_is_a_pdf_that_names_it():
    paper = invoice_of(invoice_path("b2395c25"))
    assert paper.startswith(b"%PDF-1.4\n")
    assert b"(Invoice b2395c25)" in paper


def test_the_table_of_a_pdf_points_at_its_objects():
    paper = pdf("x").decode()
    rows = paper.split("xref\n")[1].splitlines()[2:7]
    places = [int(row.split()[0]) for row in rows]
    assert [paper[place : place + 5] for place in places] == [f"{n} 0 o" for n in range(1, 6)]


def test_other_paths_are_no_invoices():
    assert invoice_of("/_sandbox/requests") is None
    assert invoice_of("/_sandbox/invoices/a)b.pdf") is None
