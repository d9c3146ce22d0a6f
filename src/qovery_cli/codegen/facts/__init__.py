"""Extract facts from OpenAPI documents: operations, parameters and schemas of all API levels."""
