"""Speed and quality, measured by programs that print what they found."""
