"""From a name, an id, a path or a console URL to a resource."""
