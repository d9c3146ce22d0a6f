"""Commands that need code, a module per noun; the words about them are in the overrides."""
