"""What people send us about a body."""
