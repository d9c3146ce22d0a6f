"""The command line: the command table, and the engine that runs its commands."""
