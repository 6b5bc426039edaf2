"""Planes of numbers: what cloth and picture are both worked out in.

- `fields`: a *plane* is a float32 array (rows, columns): resizing, blurring, noise, gradients.
- `tone`: colours in linear light, and back to what the screen shows.
- `light`: what a slope does to a colour, as a *shade* and a *sheen*.

Nothing here knows cloth or garments.
"""
