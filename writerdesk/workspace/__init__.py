"""The open story in a running app: signals, lanes, what is dirty."""
