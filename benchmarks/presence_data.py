"""An arithmetic bank for `presence.py`: the same rows in any engine, because SQL itself makes them.

Nothing is drawn at random: the number of a client and the number of a row in his history are mixed
by a multiplication, so that SQLite and DuckDB make the same data without handing it over.
References keep the order of the keys, so that filling an index never leaps.
"""

from datetime import date

DAY = date(2026, 4, 23)
TOUCHPOINTS, MONTHS, PORTFOLIO = 20, 24, 500
HASH = "((i * 7919 + j * 104729 + 12345) * 48271 % 2147483647)"
DRAW = f"({HASH} // 2600 % 20)"

CHANNEL = f"""CASE WHEN {DRAW} < 2 AND i % 3 = 0 THEN 'branch'
WHEN {DRAW} < 4 AND i % 4 = 0 THEN 'phone' WHEN {DRAW} < 7 THEN 'counter'
WHEN {DRAW} = 7 THEN 'message' ELSE 'email' END"""
NATURE = f"""CASE WHEN {DRAW} BETWEEN 4 AND 6 THEN 'operation'
WHEN {DRAW} >= 12 THEN 'automated'
WHEN {DRAW} < 2 AND i % 3 <> 0 OR {DRAW} BETWEEN 2 AND 3 AND i % 4 <> 0 THEN 'operation'
ELSE 'conversation' END"""
DIRECTION = f"CASE WHEN {DRAW} = 7 THEN 'in' ELSE 'out' END"
SILENT_ONLINE = "i % 7 <> 0"


def for_sqlite(sql: str) -> str:
    """SQLite divides whole numbers with one stroke."""
    return sql.replace("//", "/")


def key(kind: int, number: str) -> str:
    """A key of 16 bytes in SQLite: the kind of thing, then its number."""
    return f"unhex(printf('%08x%024x', {kind}, {number}))"


def numbers(name: str, below: int) -> str:
    """A table of SQLite's with the numbers below a limit, in the column `name`."""
    return (
        f"WITH RECURSIVE {name}_all({name}) AS (SELECT 0 UNION ALL SELECT {name} + 1 FROM {name}_all "
        f"WHERE {name} < {below - 1})"
    )


def sqlite_statements(clients: int, branch: str) -> list[str]:
    """What fills a store's raw tables; `branch` is the home branch's key in hexadecimal."""
    at = f"x'{branch}'"
    advisors = max(1, clients // PORTFOLIO)
    i = numbers("i", clients)
    each = f"{numbers('j', TOUCHPOINTS)}, {i.removeprefix('WITH RECURSIVE ')}"
    months = f"{numbers('j', MONTHS)}, {i.removeprefix('WITH RECURSIVE ')}"
    advisor = key(1, f"i % {advisors}")
    other = key(1, f"(i + 1) % {advisors + 1}")
    statements = [
        (
            f"{numbers('i', advisors + 1)} INSERT INTO advisor (id, ref, last_name, branch_id, role) "
            f"SELECT {key(1, 'i')}, 'A' || i, 'Advisor ' || i, {at}, 'advisor' FROM i_all"
        ),
        (
            f"{i} INSERT INTO client (id, branch_id, ref, kind, last_name, folded_name, sort_name, "
            "birth_date, segment, since, no_contact, no_profile, status) "
            f"SELECT {key(2, 'i')}, {at}, printf('C%07d', i), 'person', 'Client ' || i, '', '', "
            "date('1940-01-01', '+' || (i * 7919 % 22000) || ' days'), "
            "CASE i % 4 WHEN 0 THEN 'affluent' WHEN 1 THEN 'mass' WHEN 2 THEN 'private' END, "
            "date('2010-01-01', '+' || (i * 104729 % 6000) || ' days'), i % 50 = 0, 0, 'active' "
            "FROM i_all"
        ),
        (
            f"{i} INSERT INTO assignment (id, branch_id, client_id, advisor_id, from_day, until_day) "
            f"SELECT {key(3, 'i')}, {at}, {key(2, 'i')}, {other}, '2019-01-01', '2025-06-30' "
            "FROM i_all WHERE i % 4 = 0"
        ),
        (
            f"{i} INSERT INTO assignment (id, branch_id, client_id, advisor_id, from_day, announced) "
            f"SELECT {key(4, 'i')}, {at}, {key(2, 'i')}, {advisor}, '2025-07-01', 'email' FROM i_all"
        ),
        (
            f"{i} INSERT INTO project (id, branch_id, ref, client_id, code, status, target, "
            "target_from, noted_on) "
            f"SELECT {key(5, 'i')}, {at}, printf('P%07d', i), {key(2, 'i')}, 'first_home', 'open', "
            "'2026-09', '2026-09-01', '2025-01-15' FROM i_all WHERE i % 5 = 0"
        ),
        (
            f"{each} INSERT INTO touchpoint (id, branch_id, ref, client_id, advisor_id, on_day, "
            "channel, nature, direction, one_to_one) "
            f"SELECT {key(6, f'i * {TOUCHPOINTS} + j')}, {at}, printf('T%09d', i * {TOUCHPOINTS} + j), "
            f"{key(2, 'i')}, CASE WHEN j % 2 = 0 THEN {advisor} ELSE {other} END, "
            f"date('2019-04-23', '+' || ({HASH} % 2600) || ' days'), "
            f"{CHANNEL}, {NATURE}, {DIRECTION}, 0 FROM i_all, j_all"
        ),
        (
            f"{months} INSERT INTO digital_month "
            "(client_id, month, branch_id, logins, messages, operations) "
            f"SELECT {key(2, 'i')}, date('2024-05-01', '+' || j || ' months'), {at}, "
            f"{HASH} % 9, 0, 1 FROM i_all, j_all WHERE {SILENT_ONLINE} AND i % 11 <> 0"
        ),
    ]
    return [for_sqlite(statement) for statement in statements]


def duckdb_statements(clients: int) -> list[str]:
    """The same three raw tables in DuckDB, clients by number."""
    return [
        (
            "CREATE TABLE client AS SELECT i, i % 4 AS segment, "
            "DATE '2010-01-01' + CAST(i * 104729 % 6000 AS INTEGER) AS since "
            f"FROM range({clients}) c(i)"
        ),
        (
            "CREATE TABLE touchpoint AS SELECT i, "
            f"DATE '2019-04-23' + CAST({HASH} % 2600 AS INTEGER) AS on_day, {CHANNEL} AS channel, "
            f"{NATURE} AS nature, {DIRECTION} AS direction "
            f"FROM range({clients}) c(i), range({TOUCHPOINTS}) n(j)"
        ),
        (
            "CREATE TABLE digital_month AS SELECT i, "
            f"CAST(DATE '2024-05-01' + to_months(CAST(j AS INTEGER)) AS DATE) AS month, "
            f"{HASH} % 9 + 1 AS activity FROM range({clients}) c(i), range({MONTHS}) n(j) "
            f"WHERE {SILENT_ONLINE} AND i % 11 <> 0"
        ),
    ]
