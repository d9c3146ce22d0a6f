"""A stateful local server that behaves as the REST API of Qovery does."""
