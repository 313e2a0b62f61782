"""The styles that an annotated copy brings with it; those of the writer's own file stay as they are."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from factcheck.read.office.docx_styles import W

_SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'


def _paragraph(name: str, style: str, layout: str, letters: str) -> str:
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="{style}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


_STYLES = {
    "FactcheckFace": _paragraph(
        "Factcheck Face",
        "FactcheckFace",
        '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="A1211B"/>'
        '<w:left w:val="single" w:sz="8" w:space="4" w:color="A1211B"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="4" w:color="A1211B"/>'
        '<w:right w:val="single" w:sz="8" w:space="4" w:color="A1211B"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>',
        f'{_SANS}<w:b/><w:color w:val="A1211B"/><w:sz w:val="18"/>',
    ),
    "FactcheckHeading": _paragraph(
        "Factcheck Heading",
        "FactcheckHeading",
        '<w:keepNext/><w:spacing w:before="320" w:after="100" w:line="240" w:lineRule="auto"/>'
        '<w:outlineLvl w:val="1"/>',
        f'{_SANS}<w:b/><w:color w:val="1C1C1A"/><w:sz w:val="24"/>',
    ),
    "FactcheckText": _paragraph(
        "Factcheck Text",
        "FactcheckText",
        '<w:spacing w:before="0" w:after="60" w:line="252" w:lineRule="auto"/>',
        f'{_SANS}<w:color w:val="1C1C1A"/><w:sz w:val="19"/>',
    ),
    "FactcheckCell": _paragraph(
        "Factcheck Cell",
        "FactcheckCell",
        '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>',
        f'{_SANS}<w:color w:val="1C1C1A"/><w:sz w:val="17"/>',
    ),
    "FactcheckMark": (
        f'<w:style {nsdecls("w")} w:type="character" w:customStyle="1" w:styleId="FactcheckMark">'
        f'<w:name w:val="Factcheck Mark"/><w:rPr>{_SANS}<w:b/><w:color w:val="5F5F5A"/><w:sz w:val="22"/>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    ),
    "CommentText": (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="CommentText">'
        '<w:name w:val="annotation text"/><w:pPr><w:spacing w:before="0" w:after="40" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:rPr>{_SANS}<w:sz w:val="18"/></w:rPr></w:style>'
    ),
    "CommentReference": (
        f'<w:style {nsdecls("w")} w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    ),
}

MARK = "FactcheckMark"
"""Character style of the letters that stand before a claim's words: a reader of the draft skips them."""

FACE = "FactcheckFace"
"""Paragraph style of what is said above the draft."""


def add_styles(document: Document) -> None:
    """Add the styles that the document does not have."""
    root = document.styles.element
    present = {style.get(f"{W}styleId") for style in root.iterchildren(f"{W}style")}
    for name, xml in _STYLES.items():
        if name not in present:
            root.append(parse_xml(xml))
