"""What keeps: the archive of responses, the tables derived from it, their checks and their publication."""
