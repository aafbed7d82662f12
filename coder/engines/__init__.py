"""Engines: where a run is carried out."""
