"""What runs before anything is installed: nothing here needs more than Python itself."""
