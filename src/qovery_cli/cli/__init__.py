"""The engine, towards the user: the command table, and what turns a row of it into a command."""
