"""Which meeting to propose to whom, why now, and why not (PRODUCT.md, "Suggestions")."""
