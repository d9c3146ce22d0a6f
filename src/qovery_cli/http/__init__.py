"""Requests to the API and their answers: one client, retries, limits, pages, concurrency."""
