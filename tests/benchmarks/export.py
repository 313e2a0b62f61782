"""How long a sheet of many claims takes in each format, against writing the same rows with the bare library.

Run it as `python tests/benchmarks/export.py [CLAIMS]`; each figure comes from a process of its own.
"""

import csv
import io
import json
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from factcheck.model.base import json_object

sys.path.insert(0, str(Path(__file__).parents[2]))

from db.vocabulary import Basis, Finding, FixState, LocatorKind
from factcheck.export.formats import FORMATS, export
from factcheck.export.options import Options, Publisher, Rows
from factcheck.export.sheets.build import Material, make_sheet
from factcheck.export.sheets.rows import table
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.export.withhold.wordlists import words_of
from factcheck.model import Note, Query, Speaker
from tests.export.material import NOON, citation_of, claim_saying, draft_of, material_of, source_of
from tests.export.spellings import person
from tests.export.spellings import phone as phone_of

SENTENCE = "The bridge over the Arden number {} cost $3 million and was built by 40 people in two years."


def material(count: int) -> Material:
    """An article of so many claims with two citations and a note each, and a query for every tenth."""
    draft = draft_of(*(SENTENCE.format(number) for number in range(1, count + 1)))
    sources = [source_of(number, title=f"Budget of {1900 + number}", used=1) for number in range(1, 201)]
    claims, findings = [], list(Finding)
    for number in range(1, count + 1):
        start = draft.blocks[number - 1].start
        claim = claim_saying(draft, SENTENCE.format(number), number) if number == 1 else None
        text = SENTENCE.format(number)
        base = claim or claims[0]
        claims.append(
            replace(
                base,
                id=number,
                number=number,
                start=start,
                end=start + len(text),
                text=text,
                parts=((start, start + len(text)),),
                finding=findings[number % len(findings)],
                speaker=Speaker(mention="Mayor Ina Holt", name="Ina Holt"),
                decided_by="Ann Lee",
                decided_at=NOON,
                decided_text=text,
                proposed_text=text.replace("$3", "$4"),
                fix=FixState.ACCEPTED,
                citations=tuple(
                    citation_of(
                        sources[(number + index) % 200],
                        number,
                        number * 2 + index,
                        locator=str(number),
                        locator_kind=LocatorKind.PAGE,
                        quotation="3.0 million",
                    )
                    for index in (0, 1)
                ),
                notes=(Note(id=number, text="See the minutes.", by="Ann Lee", at=NOON),),
            )
        )
    queries = [
        Query(id=number, claim=number, text="Who counted?", by="Ann Lee", at=NOON)
        for number in range(10, count + 1, 10)
    ]
    return material_of(draft, claims, queries, sources=tuple(sources))


def withholding(given: Material, people: int) -> Material:
    """The same article with so many sources that must not be named, and texts of its own on each claim."""
    rng = random.Random(1)  # noqa: S311 - names, not secrets
    words = sorted(words_of("ordinary"))
    noted = [
        replace(
            claim,
            notes=tuple(replace(note, text=" ".join(rng.choices(words, k=20))) for note in claim.notes),
            restatement=" ".join(rng.choices(words, k=15)),
        )
        for claim in given.claims
    ]
    secret = []
    for number in range(1_000, 1_000 + people):
        name, phone = person(rng), phone_of(rng)
        secret.append(
            source_of(number, title="", person=name.name, contact=phone.contact, basis=Basis.BACKGROUND)
        )
    return given._replace(claims=tuple(noted), sources=(*given.sources, *secret))


def bare_csv(sheet: ClaimSheet) -> int:
    rows = list(table(sheet, Rows.CLAIMS))
    begun = time.perf_counter()
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    out.getvalue().encode()
    return round((time.perf_counter() - begun) * 1000)


def bare_json(sheet: ClaimSheet) -> int:
    content = json_object(sheet)
    begun = time.perf_counter()
    json.dumps(content, indent=2, ensure_ascii=False).encode()
    return round((time.perf_counter() - begun) * 1000)


def bare_jinja(sheet: ClaimSheet) -> int:
    import jinja2

    rows = list(table(sheet, Rows.CLAIMS))
    page = jinja2.Environment(autoescape=True).from_string(
        "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}"
    )
    begun = time.perf_counter()
    page.render(rows=rows).encode()
    return round((time.perf_counter() - begun) * 1000)


def bare_text(sheet: ClaimSheet) -> int:
    rows = list(table(sheet, Rows.CLAIMS))
    begun = time.perf_counter()
    "\n\n".join("\n".join(f"- {cell}" for cell in row if cell) for row in rows).encode()
    return round((time.perf_counter() - begun) * 1000)


def bare_docx(sheet: ClaimSheet) -> int:
    """The same comments through the library's own verb, a paragraph a claim; at most 2,000 of them."""
    import docx

    rows = list(table(sheet, Rows.CLAIMS))[1:2_001]
    begun = time.perf_counter()
    document = docx.Document()
    for row in rows:
        run = document.add_paragraph().add_run(row[2])
        document.add_comment(run, "\n".join(row[3:12]), author="Ann Lee", initials="AL")
    document.save(io.BytesIO())
    return round((time.perf_counter() - begun) * 1000)


def bare_xlsx(sheet: ClaimSheet) -> int:
    import xlsxwriter

    tables = [list(table(sheet, rows)) for rows in (Rows.CLAIMS, Rows.CITATIONS)]
    begun = time.perf_counter()
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    for rows in tables:
        made = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                made.write_string(at, column, cell)
    book.close()
    return round((time.perf_counter() - begun) * 1000)


def bare_typst(sheet: ClaimSheet) -> int:
    import typst

    rows = list(table(sheet, Rows.CLAIMS))
    page = b"#for row in json(bytes(sys.inputs.rows)) { for cell in row { par(cell) } }"
    begun = time.perf_counter()
    typst.compile(page, format="pdf", sys_inputs={"rows": json.dumps([row[1:12] for row in rows])})
    return round((time.perf_counter() - begun) * 1000)


BARE: dict[str, Callable[[ClaimSheet], int]] = {
    "csv": bare_csv,
    "json": bare_json,
    "html": bare_jinja,
    "markdown": bare_text,
    "docx": bare_docx,
    "xlsx": bare_xlsx,
    "pdf": bare_typst,
}
CHOICES = Options(publisher=Publisher("The Arden Herald", "https://herald.example/bridge"))


def measure(sheet: ClaimSheet, name: str, answer: Connection) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    content = export(sheet, name, CHOICES)
    took = (time.perf_counter() - begun) * 1000
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    answer.send((took, peak, len(content), BARE[name](sheet) if name in BARE else None))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    given = material(count)
    begun = time.perf_counter()
    sheet = make_sheet(given, by="Ann Lee")
    print(f"{count} claims, {2 * count} citations; the sheet itself: {time.perf_counter() - begun:.2f} s")
    for people in (3, 100, 1_000):
        kept = withholding(given, people)
        begun = time.perf_counter()
        make_sheet(kept, by="Ann Lee")
        print(f"  and with {people:,} people who must not be named: {time.perf_counter() - begun:.2f} s")
    print("bare docx stops at 2,000 comments: its time grows with the square of their number")
    print(f"{'format':12}{'ms':>8}{'bare ms':>9}{'peak MB':>9}{'file kB':>9}")
    fork = multiprocessing.get_context("fork")
    for name in FORMATS:
        here, there = fork.Pipe()
        process = fork.Process(target=measure, args=(sheet, name, there))
        process.start()
        there.close()  # so that a format that fails ends the waiting
        took, peak, size, bare = here.recv()
        process.join()
        print(f"{name:12}{took:8.0f}{'-' if bare is None else bare:>9}{peak:9.0f}{size / 1000:9.0f}")


if __name__ == "__main__":
    main()
