"""What keeps the house in order: set-up, checks of documents and layout, the sentences."""
