"""Today: who comes, who to see, and why."""
