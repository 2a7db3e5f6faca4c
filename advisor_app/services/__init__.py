"""What an advisor can do: one method, one transaction; domain values in and out."""
