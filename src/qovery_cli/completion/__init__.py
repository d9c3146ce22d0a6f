"""Completion: the shell scripts, and the answers that a shell cannot give itself."""
