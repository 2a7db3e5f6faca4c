"""Tête-à-tête: the program that gives bank clients a face again."""

__version__ = "0.1.0"
