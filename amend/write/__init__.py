"""Model → files. One module per kind of file."""
