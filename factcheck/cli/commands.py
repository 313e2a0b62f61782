"""The table of commands, and the group that loads a command only when it is used."""

from importlib import import_module
from typing import Any, NamedTuple

import click

from factcheck.cli.terminal.setup import Setup


class Entry(NamedTuple):
    """One command, known before its module is loaded."""

    place: str
    """Module and function."""
    summary: str
    """The first sentence of its help, so that the help of the group loads no command."""


COMMANDS: dict[str, dict[str, Entry]] = {
    "Articles": {
        "review": Entry("review.review", "Review claims on the screen."),
        "add": Entry("articles.adding.add", "Put drafts on the desk, split into claims."),
        "revise": Entry("articles.revising.revise", "Bring in the next draft of an article."),
        "diff": Entry("articles.revising.diff", "Show what changed between two drafts, word by word."),
        "list": Entry("articles.articles.list_articles", "List the articles on the desk."),
        "show": Entry("articles.articles.show", "Show an article, or one of its claims in full."),
        "rename": Entry("articles.articles.rename", "Change title, short name, outlet, byline or date."),
        "deadline": Entry("articles.articles.deadline", "Set when an article is due."),
        "archive": Entry("articles.articles.archive", "Put an article away; nothing of it is lost."),
        "remove": Entry("articles.articles.remove", "Take an article off the desk; undo brings it back."),
    },
    "Claims": {
        "claims": Entry("claims.claims.claims", "List the claims of an article."),
        "decide": Entry("claims.deciding.decide", "Set the finding of claims."),
        "propose": Entry("claims.deciding.propose", "Propose other wording; empty wording takes it back."),
        "accept": Entry("claims.deciding.accept", "Accept the proposed wording of a claim."),
        "applied": Entry(
            "claims.deciding.applied", "Record that the proposed wording stands in the text now."
        ),
        "stet": Entry("claims.deciding.stet", "Keep a claim as it stands, with the editor's reason."),
        "cut": Entry("claims.deciding.cut", "Record that a claim is cut from the text."),
        "agree": Entry("claims.deciding.agree", "Agree with findings, as the second person to look."),
        "send-back": Entry("claims.deciding.send_back", "Send a claim back to its checker, with the reason."),
        "assign": Entry("claims.deciding.assign", "Assign claims to a person; an empty name to nobody."),
        "note": Entry("claims.notes.note", "Write, change or remove a note on a claim."),
        "query": Entry("claims.notes.query", "Ask the writer, or remove a query."),
        "answer": Entry("claims.notes.answer", "Write down the answer to a query: answer Q3 TEXT."),
        "queries": Entry("claims.notes.queries", "List the queries to the writer, open ones first."),
        "claim": Entry("claims.marking.claim", "Change claims: split, merge, add, flag, restate."),
    },
    "Sources": {
        "sources": Entry("sources.sourcing.sources", "List sources, most recently used first."),
        "cite": Entry("sources.citing.cite", "Cite a source for claims."),
        "citation": Entry("sources.citing.citation", "Change what a citation says."),
        "uncite": Entry("sources.citing.uncite", "Take a citation off claims; its source stays."),
        "source": Entry("sources.sourcing.source", "Add, change, merge or remove sources; log calls."),
    },
    "Sheets": {
        "progress": Entry("sheets.report.progress", "Show how far an article is, or the whole desk."),
        "export": Entry("sheets.report.export", "Write the claim sheet of an article."),
        "import-sheet": Entry(
            "sheets.returning.import_sheet", "Take the changes in an edited sheet: XLSX or CSV."
        ),
        "history": Entry("sheets.report.history", "Show who did what, when, the latest first."),
        "sign-off": Entry("articles.signing.sign_off", "Sign an article off."),
        "reopen": Entry("articles.signing.reopen", "Take the signature off an article."),
        "schema": Entry("sheets.report.schema", "Print the JSON Schema of a claim sheet."),
        "formats": Entry("sheets.report.formats", "List the formats that are read and written."),
    },
    "Text": {
        "split": Entry("text.split", "Print the claims of a file, without the desk."),
        "lint": Entry("text.lint", "Find places that do not agree with each other."),
    },
    "Care": {
        "undo": Entry("care.undo", "Undo your last act, on the desk or on an article."),
        "redo": Entry("care.redo", "Do again what was undone last."),
        "backup": Entry("care.backup", "Write a checked copy of the whole desk."),
        "restore": Entry("care.restore", "Put a backup in the place of the whole desk."),
        "doctor": Entry("care.doctor", "Examine the desk: file, history, words, counts."),
        "people": Entry("care.people", "List the people on the desk, or change one."),
        "config": Entry("care.config", "Show the settings and where their file is."),
        "keys": Entry("care.keys", "List the keys of the screen."),
        "completion": Entry("care.completion", "Print a shell's completion script."),
    },
}
"""Every command under the heading that the help shows it with: the only table of commands."""

_ENTRIES = {name: entry for commands in COMMANDS.values() for name, entry in commands.items()}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All names, in the order of the table."""
        return list(_ENTRIES)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name."""
        entry = _ENTRIES.get(cmd_name)
        if entry is None:
            return None
        module, _, function = entry.place.rpartition(".")
        command = getattr(import_module(f"factcheck.cli.{module}"), function)
        assert isinstance(command, click.Command)  # noqa: S101 - the table names commands only
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with near names in the error."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            from difflib import get_close_matches  # only for a mistake

            if near := get_close_matches(args[0], list(_ENTRIES), 3):
                raise click.UsageError(
                    f"there is no command “{args[0]}”; did you mean {' or '.join(near)}?", ctx
                ) from fault
            raise

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """The commands with their first sentence, under their headings."""
        for heading, commands in COMMANDS.items():
            rows = [(name, entry.summary) for name, entry in commands.items()]
            with formatter.section(heading):
                formatter.write_dl(rows)


def _take(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Put a global option that stands after the command where the others are."""
    if value is not None and not ctx.resilient_parsing:
        setattr(ctx.ensure_object(Setup), param.opts[0].removeprefix("--"), value)


class DeskCommand(click.Command):
    """A command that also takes the database and the person after its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own parameters, as they are
        super().__init__(*args, **kwargs)
        for name, text in (
            ("database", "Database path or URL, as before the command."),
            ("person", "Who acts, as before the command."),
        ):
            self.params.append(
                click.Option([f"--{name}"], expose_value=False, hidden=True, callback=_take, help=text)
            )

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run the command; what it stumbles over may be the fault of a damaged desk."""
        try:
            return super().invoke(ctx)
        except Exception as fault:
            ctx.ensure_object(Setup).tell_damage(fault)
            raise
