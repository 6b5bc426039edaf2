"""What customers bought, for the colleagues who look after them."""
