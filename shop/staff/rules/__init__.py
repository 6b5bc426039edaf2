"""The rules of garments: colleagues draft them, are warned, try them, and publish them."""
