"""What garments and their options cost."""
