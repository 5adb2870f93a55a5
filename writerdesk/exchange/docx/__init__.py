"""Word's .docx both ways: our own streamed writer, and a guarded reader that keeps what is seen."""
