"""JSON bodies: build, parse, merge, validate and compare them by the schemas of the catalog."""
