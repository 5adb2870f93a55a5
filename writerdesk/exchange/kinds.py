"""The kinds of files there are."""

READABLE = (".txt", ".md", ".docx", ".html")
"""What the writer is offered to choose from; what a file is, its bytes tell."""
