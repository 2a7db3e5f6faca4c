"""Paper: the only ReportLab."""
