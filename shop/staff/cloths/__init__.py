"""The shelf: rolls of cloth, their lengths and the price of a metre."""
