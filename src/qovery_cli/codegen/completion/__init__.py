"""Generate the tables from which the completion scripts read commands and options."""
