"""What runs: thin Prefect flows, settings and the command line that join extractors and warehouse."""
