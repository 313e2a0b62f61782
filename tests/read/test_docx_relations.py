"""Relations of a Word package that lead nowhere are found and left out, and no others."""

import io
import zipfile

import pytest

from factcheck.read.office.docx_relations import nowhere, without
from tests.read.test_packages import package

KIND = "http://schemas.openxmlformats.org/package/2006/relationships"
HERE = "word/_rels/document.xml.rels"


def relations(*parts: str) -> bytes:
    return f'<Relationships xmlns="{KIND}">{"".join(parts)}</Relationships>'.encode()


def relation(name: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{name}" Target="{target}" {more}/>'


def opened(parts: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(package(parts)))


@pytest.mark.parametrize(
    ("home", "target", "lost"),
    [
        (HERE, "notes.xml", ""),
        (HERE, "NOTES.xml", ""),
        (HERE, "./notes.xml", ""),
        (HERE, "/word/notes.xml", ""),
        (HERE, "../word/notes.xml", ""),
        (HERE, "../other.xml", ""),
        (HERE, "other.xml", "word/other.xml"),
        (HERE, "/notes.xml", "notes.xml"),
        (HERE, "", "word"),
        ("_rels/.rels", "word/notes.xml", ""),
        ("_rels/.rels", "notes.xml", "notes.xml"),
    ],
)
def test_a_relation_leads_to_a_part_from_the_folder_above_its_own(home, target, lost):
    parts = {home: relations(relation("r1", target)), "word/notes.xml": b"", "other.xml": b""}
    assert nowhere(opened(parts)) == ({home: {"r1": lost}} if lost else {})


def test_what_leads_outside_and_what_is_no_relation_is_not_looked_at():
    parts = {
        HERE: relations(relation("r1", "http://a.org", 'TargetMode="External"')),
        "a.rels": b"<broken",
        "b.xml": relations(relation("r1", "no.xml")),
    }
    assert nowhere(opened(parts)) == {}


def test_only_the_relations_that_lead_nowhere_are_left_out():
    parts = {
        HERE: relations(relation("r1", "no.xml"), relation("r2", "notes.xml"), relation("r3", "none.xml")),
        "_rels/.rels": relations(relation("r1", "word/notes.xml")),
        "word/notes.xml": b"<notes/>",
    }
    old = opened(parts)
    lost = nowhere(old)
    assert lost == {HERE: {"r1": "word/no.xml", "r3": "word/none.xml"}}
    new = zipfile.ZipFile(io.BytesIO(without(old, lost)))
    assert new.namelist() == old.namelist()
    assert nowhere(new) == {}
    assert b'Id="r2"' in new.read(HERE)
    assert new.read(HERE).startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    assert [new.read(name) for name in new.namelist()[1:]] == [parts[name] for name in old.namelist()[1:]]
