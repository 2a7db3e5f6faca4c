"""The trade's tables, read from resources/playbooks into frozen values."""
