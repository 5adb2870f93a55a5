"""Tasks that children are started for in tests."""
