"""A reader of Word documents that shares nothing with the writer: python-docx, and walks of the XML."""

import io

import docx
from docx.oxml.ns import qn

from factcheck.export.docx.styles import MARK


def opened(data):
    return docx.Document(io.BytesIO(data))


def anchored(document):
    """Words between the marks of each comment, by its id; letters of the copy left out."""
    words, going = {}, set()
    for element in document.element.body.iter():
        name = element.get(qn("w:id"))
        if element.tag == qn("w:commentRangeStart"):
            going.add(name)
            words[name] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            going.discard(name)
        elif element.tag in (qn("w:t"), qn("w:tab"), qn("w:br")) and not is_letter(element.getparent()):
            typed = {qn("w:tab"): "\t", qn("w:br"): "\n"}.get(element.tag, element.text or "")
            for open_ in going:
                words[open_] += typed
    assert not going
    return words


def is_letter(run):
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return style is not None and style.get(qn("w:val")) == MARK


def by_label(document):
    """Comments of the copy by the claim that they are about: (comment, words they stand on)."""
    words = anchored(document)
    return {
        comment.text.split("]")[0].lstrip("["): (comment, words[str(comment.comment_id)])
        for comment in document.comments
        if comment.text.startswith("[C")
    }


def body_text(document):
    """All words of the document's body, tables too, paragraph by paragraph."""
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]
