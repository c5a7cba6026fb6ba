"""What reads: listings, files and their meaning; bytes in, records out, no side effect but in `fetch`."""
