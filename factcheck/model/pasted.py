"""A source from what a person pasted: an address or a DOI tells publication, a title and a likely kind."""

import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from db.vocabulary import SourceKind
from factcheck.model.source import SourceFields
from factcheck.text import normalise, web_link

_DOI = re.compile(
    r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S*[^\s.,;:)\]}>\"'”’])", re.IGNORECASE
)
_ARCHIVE = re.compile(
    r"https?://(?:web\.)?archive\.(?:org/web|ph|today|is)/(?:\d{8,14}[a-z_]*/)?(https?://.+)"
)

_HOSTS: dict[SourceKind, str] = {
    SourceKind.STUDY: (
        "doi.org arxiv.org biorxiv.org medrxiv.org ssrn.com pubmed.ncbi.nlm.nih.gov jstor.org "
        "nature.com science.org sciencedirect.com springer.com wiley.com tandfonline.com plos.org "
        "thelancet.com nejm.org bmj.com pnas.org cell.com"
    ),
    SourceKind.REFERENCE: (
        "wikipedia.org britannica.com merriam-webster.com oed.com imdb.com snopes.com politifact.com "
        "fullfact.org factcheck.org"
    ),
    SourceKind.SOCIAL: (
        "x.com twitter.com facebook.com instagram.com tiktok.com threads.net bsky.app reddit.com "
        "linkedin.com t.me telegram.org vk.com weibo.com mastodon.social truthsocial.com"
    ),
    SourceKind.RECORDING: (
        "youtube.com youtu.be vimeo.com soundcloud.com podcasts.apple.com open.spotify.com c-span.org"
    ),
    SourceKind.PRESS_RELEASE: "prnewswire.com businesswire.com globenewswire.com eurekalert.org newswise.com",
    SourceKind.DATASET: (
        "data.gov data.gov.uk data.worldbank.org ourworldindata.org kaggle.com zenodo.org "
        "figshare.com datacommons.org fred.stlouisfed.org data.un.org"
    ),
    SourceKind.BOOK: "books.google.com gutenberg.org openlibrary.org goodreads.com worldcat.org",
    SourceKind.RECORD: (
        "europa.eu un.org icj-cij.org courtlistener.com pacer.gov sec.gov who.int imf.org "
        "worldbank.org oecd.org nato.int iaea.org parliament.uk gesetze-im-internet.de"
    ),
    SourceKind.NEWS: (
        "reuters.com apnews.com afp.com bbc.com bbc.co.uk nytimes.com washingtonpost.com "
        "theguardian.com wsj.com ft.com bloomberg.com economist.com cnn.com nbcnews.com cbsnews.com "
        "abcnews.go.com npr.org politico.com politico.eu axios.com latimes.com usatoday.com time.com "
        "theatlantic.com newyorker.com aljazeera.com dw.com lemonde.fr spiegel.de zeit.de faz.net "
        "sueddeutsche.de elpais.com repubblica.it rferl.org voanews.com timesofisrael.com haaretz.com "
        "jpost.com scmp.com japantimes.co.jp cbc.ca theglobeandmail.com abc.net.au smh.com.au "
        "independent.co.uk telegraph.co.uk thetimes.co.uk thetimes.com propublica.org"
    ),
}
"""Well-known hosts by what they publish, as a first guess that a person can change."""

_KIND_OF_HOST = {host: kind for kind, hosts in _HOSTS.items() for host in hosts.split()}
_STATE = re.compile(r"(?:^|\.)(?:gov|mil|gouv|gob|govt)(?:\.[a-z]{2})?$")
_PICTURE = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".svg")
_SOUND = (".mp3", ".mp4", ".wav", ".m4a", ".mov", ".webm", ".ogg")
_TABLE = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet")


def source_from(pasted: str) -> SourceFields:
    """The fields that pasted text gives: of an address or a DOI, or else the text as a title.

    Nothing is looked up; the title is a first guess for a person to correct. The kind stays unsaid:
    `likely_kind` is for a person to take.

    Raises:
        ValueError: the text holds half of a surrogate pair.
    """
    text = normalise(pasted).strip()
    address = text.strip("<>").removeprefix("URL:")
    if archived := _ARCHIVE.fullmatch(address):
        original = source_from(archived.group(1))
        return replace(original, archived_url=address) if original.url else SourceFields(title=text)
    if doi := _DOI.fullmatch(address):
        number = doi.group(1)
        return SourceFields(title=f"doi:{number}", url=f"https://doi.org/{number}")
    if not web_link(address):
        with_scheme = f"https://{address}"
        if not (re.fullmatch(r"www\.\S+\.\S+", address) and web_link(with_scheme)):
            return SourceFields(title=" ".join(text.split()))
        address = with_scheme
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return SourceFields(title=_title(parts.path, host), publication=host, url=address)


def likely_kind(url: str) -> SourceKind | None:
    """Return what is likely behind an address, by its host and its ending; None where they do not tell.

    A guess: it is shown to a person who takes it, and never recorded unseen.
    """
    if not web_link(url):
        return None
    parts = urlsplit(url)
    host, path = (parts.hostname or "").removeprefix("www."), parts.path.lower()
    for kind, suffixes in (
        (SourceKind.IMAGE, _PICTURE),
        (SourceKind.RECORDING, _SOUND),
        (SourceKind.DATASET, _TABLE),
    ):
        if path.endswith(suffixes):
            return kind
    labels = host.split(".")
    for start in range(len(labels)):
        if kind_of_host := _KIND_OF_HOST.get(".".join(labels[start:])):
            return kind_of_host
    return SourceKind.RECORD if _STATE.search(host) else None


_WORDY = re.compile(r"[^\W\d_]{2,}(?:[-_+ ]+\w+){1,}")


def _title(path: str, host: str) -> str:
    """The words of the address: “/2024/10/14/bridge-cost-rises.html” → “Bridge cost rises”."""
    for segment in reversed(unquote(path, errors="replace").split("/")):
        words = re.sub(r"\.[a-z]{2,5}$", "", segment, flags=re.IGNORECASE)
        if _WORDY.search(words):
            plain = normalise(" ".join(re.split(r"[-_+\s]+", words)).strip())
            return plain[:1].upper() + plain[1:]
    return host
