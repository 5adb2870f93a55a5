"""What drafts share and where they part; pure functions over values."""
