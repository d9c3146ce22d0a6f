"""Commands that need code, one module per noun; their help texts are in the overrides."""
