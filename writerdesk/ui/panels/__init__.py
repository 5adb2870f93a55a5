"""The panels at the right of the window: one at a time, chosen on a rail of icons."""
