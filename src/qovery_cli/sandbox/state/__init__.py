"""State of the account: the store, deployments, variables and history."""
