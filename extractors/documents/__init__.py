"""Document types: a Form to records, one file a type."""
