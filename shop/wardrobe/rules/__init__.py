"""What a garment laid flat tells. Pure."""
