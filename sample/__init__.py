"""The sample: an archive bundle of invented activity records, and the script that makes it."""
