"""A stateful local server that behaves as the Qovery REST API does.

``server`` receives a request (ASGI, faults), checks the token, the route, the parents in the path
and the body, and calls a handler in ``handlers``, or ``handlers.generic`` if an operation has none.
A kind of service is a row of ``service_kinds``; handlers marked with ``serves`` serve all kinds.
``schema`` validates bodies and gives responses the shape of the API level. ``state`` keeps
documents and the log of actions; states follow from that log and the clock (``state.lifecycle``).
``seeds`` fills a new sandbox. ``coverage`` reports which responses are made up from their schema.
"""
