"""The settings: rules, hours, appearance, security, backups, and what the program is."""
