"""The picture in pixels: light and folds baked once per style, the cloth put in afterwards.

A picture is linear in the colour of the cloth (in linear light), so everything slow — outlines,
folds, light, seams, shadows — is worked out without it and kept as a *style*; a change of cloth is
one look-up, one product and one sum per pixel.

Everything that has a size is in centimetres until a `Canvas` turns it into pixels, so that small
and large pictures match. Planes are float32 arrays (rows, columns); light is linear.
"""
