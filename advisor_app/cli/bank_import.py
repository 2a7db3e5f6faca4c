"""`import`: a bank's files into the store, and the last import out of it again."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.domain.bank_import import ImportReport, NoUsableRow, Refusal, RowsRefused
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.import_wording import refusal_line, refusal_sentence

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands

_SHOWN_REFUSALS = 40
_COUNTS = ("read", "new", "changed", "unchanged", "skipped", "refused")


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("import", help=_("bring a bank's files in"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("path", type=Path, nargs="?", help=_("a folder, a CSV file or a workbook"))
    what.add_argument("--undo", action="store_true", help=_("take the last import back"))
    parser.add_argument("--profile", type=Path, help=_("how to read somebody else's files"))
    parser.add_argument("--dry-run", action="store_true", help=_("check and count only"))
    parser.add_argument(
        "--strict", action="store_true", help=_("write nothing if a row is refused")
    )
    parser.add_argument("--json", action="store_true", help=_("print the report as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Import, or take back."""
    with access.services() as services:
        if arguments.undo:
            source = services.importing.undo()
            print(_("The import of {source} was taken back.").format(source=source))
            return 0
        try:
            report = bring_in(services, arguments)
        except (RowsRefused, NoUsableRow) as error:
            show(error.report, as_json=arguments.json, written=False)
            raise
    show(report, as_json=arguments.json, written=report.written)
    return 0


def bring_in(services: "Services", arguments: argparse.Namespace) -> ImportReport:
    """Check the files and write them."""
    from advisor_app.exchange.importing import reader
    from advisor_app.services.importing import ImportOptions

    path: Path = arguments.path
    options = ImportOptions(path.resolve().name, arguments.dry_run, arguments.strict)
    progress = Percent() if sys.stderr.isatty() else None
    return services.importing.write(reader(path, arguments.profile), options, progress)


class Percent:
    """Says on the terminal how far the reading is."""

    def __init__(self) -> None:
        self._told = -1

    def report(self, done: int, total: int) -> None:
        """Write the percentage over the one before."""
        percent = 100 * done // max(total, 1)
        if percent != self._told:
            self._told = percent
            end = "\r" if percent < 100 else "\n"  # noqa: PLR2004 the whole, in percent
            print(f"{percent:3} %", end=end, file=sys.stderr, flush=True)

    def cancelled(self) -> bool:
        """Ctrl+C says so by itself."""
        return False


def show(report: ImportReport, *, as_json: bool, written: bool) -> None:
    """Print the report."""
    if as_json:
        print(json.dumps(as_facts(report, written=written), ensure_ascii=False, indent=2))
    else:
        for line in lines_of(report, written=written):
            print(line)


def as_facts(report: ImportReport, *, written: bool) -> dict[str, Any]:
    """The report as `docs/schemas/import.json` describes it."""
    return {
        "written": written,
        "tables": {table: asdict(count) for table, count in report.tables.items()},
        "refused": [_refusal(one) for one in report.refusals],
        "files": [asdict(one) for one in report.files],
        "unknown_files": list(report.unknown_files),
    }


def _refusal(refusal: Refusal) -> dict[str, Any]:
    return {
        "file": refusal.file,
        "line": refusal.line,
        "column": refusal.column,
        "value": refusal.value,
        "why": refusal.why.value,
        "sentence": refusal_sentence(refusal),
        "proposal": refusal.proposal,
    }


def lines_of(report: ImportReport, *, written: bool) -> Iterator[str]:
    """The report for a reader."""
    yield from _table(report)
    for refusal in report.refusals[:_SHOWN_REFUSALS]:
        yield refusal_line(refusal)
    more = report.refused - min(len(report.refusals), _SHOWN_REFUSALS)
    if more > 0:
        text = ngettext("{count} more row is refused.", "{count} more rows are refused.", more)
        yield text.format(count=more)
    yield from dict.fromkeys(_unread(report))
    yield _("The files were imported.") if written else _("Nothing was written.")


def _table(report: ImportReport) -> Iterator[str]:
    heads = (_("read"), _("new"), _("changed"), _("unchanged"), _("skipped"), _("refused"))
    widths = [max(10, len(head)) + 2 for head in heads]
    yield f"{'':16}" + "".join(
        f"{head:>{width}}" for head, width in zip(heads, widths, strict=True)
    )
    for table, count in report.tables.items():
        numbers = zip(_COUNTS, widths, strict=True)
        yield f"{table:16}" + "".join(f"{getattr(count, name):>{width}}" for name, width in numbers)


def _unread(report: ImportReport) -> Iterator[str]:
    for name in report.unknown_files:
        yield _("Left unread: {file}").format(file=name)
    for file in report.files:
        if file.unknown_columns:
            names = ", ".join(file.unknown_columns)
            yield _("Left unread in {file}: {columns}").format(file=file.file, columns=names)
