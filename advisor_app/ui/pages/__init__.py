"""One folder per page; they never import each other."""
