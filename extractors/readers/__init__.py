"""Readers: the bytes of a file to a `Form`, uninterpreted; one file a format."""
