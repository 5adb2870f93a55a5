"""What can be told about a text: words, repeats, cast, style, seams, search, spelling."""
