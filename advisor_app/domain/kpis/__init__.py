"""How a portfolio fares: the formulas of `kpis.toml` over facts that were read once."""
