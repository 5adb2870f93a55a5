"""What the writer prefers: the dialog, one page for each kind of thing."""
