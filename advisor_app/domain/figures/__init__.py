"""The figures of a briefing sheet, to the cent (DOMAIN.md, section 12); `computing` is the door."""
