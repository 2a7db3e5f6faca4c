"""`client merge --dry-run`: the two files beside each other, and what would stand."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor_app.cli.access import Access
    from advisor_app.domain.client_merging import MergePreview, MergeSide

# Where things lie says nothing of the client.
_LEFT_OUT = ("id", "branch_id", "household_id", "folded_name", "sort_name", "ref")


def show_merge(access: "Access", kept: str, other: str, *, as_json: bool) -> int:
    """Print what each file says, and what the kept one would."""
    with access.services() as services:
        preview = services.client_merging.preview(kept, other)
    if as_json:
        print(json.dumps(preview_json(preview), ensure_ascii=False))
        return 0
    from advisor_app.i18n.client_merge_words import compared_lines

    print("", kept, other, _("afterwards"), sep="\t")
    for line in compared_lines(preview):
        print(line.label, line.kept, line.other, line.after, sep="\t")
    return 0


def preview_json(preview: "MergePreview") -> dict[str, Any]:
    """The preview as `docs` describes it."""
    sides = (("kept", preview.kept), ("other", preview.other), ("after", preview.after))
    return {name: _side(side) for name, side in sides}


def _side(side: "MergeSide") -> dict[str, Any]:
    fields: Mapping[str, object] = side.fields
    told = {name: _told(fields[name]) for name in sorted(fields) if name not in _LEFT_OUT}
    counts = {what.value: count for what, count in side.counts.items()}
    return {"ref": side.ref, "fields": told, "counts": counts}


def _told(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
