"""The workshop: the board, and one piece at its station."""
