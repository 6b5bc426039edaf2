"""Artwork of customers: looked at before it is printed."""
