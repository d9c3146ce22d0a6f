"""HTTP: the ASGI app, routing, request checks, control endpoints and the server process."""
