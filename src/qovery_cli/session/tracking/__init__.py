"""Follow a deployment until its own end, and judge it."""
