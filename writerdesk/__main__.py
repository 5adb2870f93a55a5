"""The script's entry: a known command goes to the command line, everything else to the window."""


def main() -> int:
    """Run WriterDesk and return its exit code."""
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
