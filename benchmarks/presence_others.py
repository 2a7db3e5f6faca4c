"""The states of `presence.py`'s bank, as one would ask DuckDB and Polars over raw tables.

Policy standard on 23 April 2026: met 12 months, online_only 18, voice 12, digital 6, grace 3.
"""

from datetime import date
from typing import Any

DAY = date(2026, 4, 23)
MET, DRIFTING, VOICE = date(2025, 4, 23), date(2024, 10, 23), date(2025, 4, 23)
DIGITAL, MONTH, NEW = date(2025, 10, 23), date(2025, 10, 1), date(2026, 1, 23)
WRITTEN = ("letter", "card", "email", "message", "sms")

DUCKDB_STATES = f"""
WITH last AS (
    SELECT i,
        max(on_day) FILTER (WHERE nature = 'conversation' AND channel = 'branch') AS meeting,
        max(on_day) FILTER (WHERE nature = 'conversation' AND channel = 'phone') AS talk,
        max(on_day) FILTER (WHERE direction = 'in' AND channel IN {WRITTEN}) AS written
    FROM touchpoint WHERE on_day <= DATE '{DAY}' GROUP BY i),
digital AS (
    SELECT i, max(month) AS month FROM digital_month
    WHERE activity > 0 AND month <= DATE '{DAY}' GROUP BY i)
SELECT client.i, CASE
    WHEN since > DATE '{NEW}' AND meeting IS NULL THEN 'new'
    WHEN meeting >= DATE '{MET}' THEN 'met'
    WHEN meeting >= DATE '{DRIFTING}' THEN 'drifting'
    WHEN talk >= DATE '{VOICE}' THEN 'voice_only'
    WHEN month >= DATE '{MONTH}' OR written >= DATE '{DIGITAL}' THEN 'online_only'
    ELSE 'silent' END
FROM client LEFT JOIN last ON last.i = client.i LEFT JOIN digital ON digital.i = client.i
"""


def polars_states(tables: dict[str, Any]) -> list[str]:
    """The state of each client."""
    import polars as pl

    col, lit = pl.col, pl.lit
    talked = (col("nature") == "conversation") & (col("channel") == "phone")
    met = (col("nature") == "conversation") & (col("channel") == "branch")
    wrote = (col("direction") == "in") & col("channel").is_in(WRITTEN)
    last = (
        tables["touchpoint"]
        .lazy()
        .filter(col("on_day") <= DAY)
        .group_by("i")
        .agg(
            col("on_day").filter(met).max().alias("meeting"),
            col("on_day").filter(talked).max().alias("talk"),
            col("on_day").filter(wrote).max().alias("written"),
        )
    )
    digital = (
        tables["digital_month"]
        .lazy()
        .filter((col("month") <= DAY) & (col("activity") > 0))
        .group_by("i")
        .agg(col("month").max())
    )
    online = (col("month") >= MONTH).fill_null(value=False) | (col("written") >= DIGITAL)
    state = (
        pl.when((col("since") > NEW) & col("meeting").is_null())
        .then(lit("new"))
        .when(col("meeting") >= MET)
        .then(lit("met"))
        .when(col("meeting") >= DRIFTING)
        .then(lit("drifting"))
        .when(col("talk") >= VOICE)
        .then(lit("voice_only"))
        .when(online)
        .then(lit("online_only"))
        .otherwise(lit("silent"))
    )
    joined = tables["client"].lazy().join(last, on="i", how="left")
    whole = joined.join(digital, on="i", how="left").select(state.alias("state"))
    return list(whole.collect()["state"])
