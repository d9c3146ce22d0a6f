"""A stateful local server that behaves as the REST API of Qovery does.

A request goes through ``app`` (ASGI, faults) and ``backend`` (token, route, parents, body) to a
handler in ``handlers``, or to ``generic`` where there is none; ``fit`` gives the answer the shape
of the API level. ``store`` keeps documents and the log of actions; states follow from that log and
the clock (``lifecycle``). ``seeds`` fills a new sandbox, ``server`` runs it.
"""
