"""What things are and the rules about them; the standard library only."""
