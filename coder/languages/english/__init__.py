"""English: from the spaCy parse to frames."""
