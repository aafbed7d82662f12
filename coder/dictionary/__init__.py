"""Dictionaries: YAML with line numbers, schema, compiled form."""
