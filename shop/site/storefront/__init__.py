"""The windows of the shop: home, garments, cloths."""
