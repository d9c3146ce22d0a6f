"""Turn a name, an id, a path or a console URL into a resource."""
