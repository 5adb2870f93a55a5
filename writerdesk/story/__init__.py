"""What can be done to a story: named operations from one frozen Story to the next."""
