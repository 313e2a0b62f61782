"""What the tests of the store work on: a person, an article with one draft and two claims, two events."""

import threading
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from sqlalchemy import insert, select, update

from db.chain import link
from db.engine import open_store
from db.faults import StoreError
from db.store import Store
from db.tables import Article, Claim, ClaimSpan, Draft, Event, Person

TEXT = "The bridge opened in 1932. It carries 160,000 cars a day 🚗, says the city."
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def add_person(store: Store, name: str) -> None:
    with store.write() as connection:
        connection.execute(insert(Person).values(name=name))


def names(store: Store) -> list[str]:
    with store.read() as connection:
        return list(connection.scalars(select(Person.name).order_by(Person.id)))


def add_event(store: Store, verb: str, previous: str = "", op: str = "") -> str:
    """One act in the history, chained to the one before; its chain."""
    event = {
        "op": op or f"op-{verb}",
        "at": NOW,
        "by": "Ann",
        "verb": verb,
        "article_id": None,
        "claim": None,
        "words": "",
        "said": verb,
        "changes": [{"table": "claim", "id": 1, "before": None, "after": {"finding": "verified"}}],
        "target": None,
    }
    chain = link(previous, **event)
    with store.write() as connection:
        connection.execute(insert(Event).values(**event, chain=chain))
    return chain


def fill(store: Store) -> None:
    """A person, an article with one draft and two claims, and two events."""
    add_person(store, "Ann")
    digest = sha256(TEXT.encode()).hexdigest()
    with store.write() as connection:
        connection.execute(insert(Article).values(slug="bridge", title="The bridge", added_at=NOW))
        connection.execute(
            insert(Draft).values(
                article_id=1,
                number=1,
                text=TEXT,
                blocks=[["paragraph", 0, len(TEXT), 0]],
                digest=digest,
                original=TEXT.encode(),
                original_digest=digest,
                words=14,
                imported_at=NOW,
            )
        )
        for number, (start, end) in enumerate([(0, 26), (27, len(TEXT))], 1):
            connection.execute(insert(Claim).values(article_id=1, number=number))
            connection.execute(
                insert(ClaimSpan).values(
                    claim_id=number, draft_id=1, start=start, end=end, text=TEXT[start:end]
                )
            )
    add_event(store, "note", add_event(store, "add"))


def refusal(given, **how) -> StoreError:
    """What opening *given* raises; the message must be one line."""
    with pytest.raises(StoreError) as caught:
        open_store(given, **how)
    assert "\n" not in str(caught.value)
    return caught.value


def count_at_once(given) -> None:
    """Four writers, each with the database open for itself, count an article's version up by ten."""

    def add_ten():
        with open_store(given) as mine:
            for _ in range(10):
                with mine.write() as connection:
                    old = connection.scalar(select(Article.version))
                    connection.execute(update(Article).values(version=old + 1))

    threads = [threading.Thread(target=add_ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
