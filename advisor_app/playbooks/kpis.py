"""What the figures of the report are called, from `kpis.toml`."""

from functools import cache

from advisor_app.domain.kpis.measures import Kpi
from advisor_app.domain.local_text import LocalText
from advisor_app.playbooks.tables import local_text, read_toml


@cache
def kpi_labels() -> dict[Kpi, LocalText]:
    """Each figure's name in the four languages."""
    return {Kpi(row["id"]): local_text(row) for row in read_toml("kpis.toml")["kpi"]}
