"""HTTP access to the API: client, retries, limits, pagination, concurrency."""
