"""What the writer sees; widgets only, no decisions about text."""
