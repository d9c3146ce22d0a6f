"""How data, messages, progress and questions meet a person or a script.

Plain JSON data and a description of how to show it come in; text goes to the streams given.
Nothing here knows a command or opens a connection.
"""
