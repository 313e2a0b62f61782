"""The colours of findings on paper: one table for every format that is printed; the letter stands beside."""

from db.vocabulary import Finding

FILLS: dict[Finding, str] = {
    Finding.UNCHECKED: "E9E9E4",
    Finding.VERIFIED: "D3ECD6",
    Finding.ON_AUTHOR: "DBE4F7",
    Finding.IMPRECISE: "FBEAB0",
    Finding.MISLEADING: "FBDCB4",
    Finding.WRONG: "F8CFCB",
    Finding.UNVERIFIABLE: "E8D8F3",
    Finding.NOT_CHECKABLE: "F4F4F0",
    Finding.WAITING: "CFEAEE",
}
"""Background of a claim's words by its finding: red, green and blue in hexadecimal."""
