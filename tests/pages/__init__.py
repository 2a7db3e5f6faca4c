"""Pages of docs/ that are made from the tables; tests compare them."""
