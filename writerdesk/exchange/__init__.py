"""Other people's files: readers in, writers out."""
