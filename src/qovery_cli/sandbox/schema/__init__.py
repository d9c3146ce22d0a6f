"""JSON validation, example data and response shapes by the schemas of an API level."""
