"""Tracking of a deployment until its end, and the verdict on it."""
