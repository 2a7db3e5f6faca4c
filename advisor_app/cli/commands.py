"""The table of commands; importing it imports what every one of them needs."""

from advisor_app.cli import (
    bank_import,
    book,
    client,
    commitment,
    demo,
    export,
    flags,
    hours,
    ics,
    init,
    move,
    note,
    outcome,
    papers,
    passphrase,
    policy,
    printing,
    project,
    slots,
    steps,
    suggest,
    today,
    upkeep,
    week,
)

# One line a command: a module with add_parser(commands) and, in its defaults, run(arguments).
COMMANDS = (
    *(init, demo, bank_import, today, flags, policy, suggest, note, client),
    *(project, commitment, hours),
    *(slots, week, book, move, steps, outcome, ics, papers, printing, export, upkeep, passphrase),
)
