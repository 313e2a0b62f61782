"""The optional parser: not installed, asking for it is one sentence; installed, it is checked before use."""

import pytest

from db.vocabulary import CheckKind
from factcheck.errors import MissingExtra
from factcheck.split import split
from factcheck.split.clauses.propositions import propositions
from factcheck.split.parser import spacy_parser
from tests.split.articles import article

TEXT = "Oriel Braddock, who runs Kilnwick Partners, met Selwyn Achterberg in Tarnholt on 4 May 2024."
installed = pytest.mark.skipif(not spacy_parser.installed(), reason="the parser extra is not installed")


@pytest.mark.skipif(spacy_parser.installed(), reason="the parser extra is installed")
def test_asking_for_a_parser_that_is_not_installed_tells_how_to_install_it():
    with pytest.raises(MissingExtra, match=r"factcheck-desk\[parser\]"):
        split(article(TEXT), parser=True)


@pytest.mark.skipif(spacy_parser.installed(), reason="the parser extra is installed")
def test_a_fingerprint_needs_the_model():
    with pytest.raises(MissingExtra):
        spacy_parser.fingerprint()


@pytest.mark.skipif(spacy_parser.installed(), reason="the parser extra is installed")
def test_where_it_is_not_installed_a_draft_is_split_without_it():
    assert split(article(TEXT)) == split(article(TEXT), parser=False)


@installed
def test_the_installed_model_is_the_one_that_was_checked():
    assert spacy_parser.fingerprint() == spacy_parser.PINNED


@installed
def test_another_model_is_refused(monkeypatch):
    spacy_parser.model.cache_clear()
    monkeypatch.setattr(spacy_parser, "PINNED", "0" * 64)
    with pytest.raises(MissingExtra, match="not the version"):
        split(article(TEXT), parser=True)


@installed
def test_the_parser_covers_the_text_and_names_more():
    plain, parsed = split(article(TEXT), parser=False), split(article(TEXT), parser=True)
    assert parsed.coverage == 1.0
    names = {
        point.text for claim in parsed.claims for point in claim.check_points if point.kind == CheckKind.NAME
    }
    assert names >= {
        point.text for claim in plain.claims for point in claim.check_points if point.kind == CheckKind.NAME
    }


@installed
def test_propositions_stand_in_the_sentence():
    for spans in propositions(TEXT, parser=True):
        assert all(0 <= span.start < span.end <= len(TEXT) for span in spans)
