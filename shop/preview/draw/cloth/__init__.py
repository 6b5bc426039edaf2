"""Cloth from numbers: weave, yarns and threads per centimetre become what the eye sees.

- `recipes.fabric_of(look)`: the numbers of a cloth of the catalogue.
- `tile.tile(fabric, pixels_per_cm, over)`: the cloth as a repeating tile for pictures.
- `swatch.swatch(look)`: the cloth from close by, thread by thread, with its scale.

What is told of a cloth lies in `recipes.toml`. *Ends* are the threads of the warp, which run along
the cloth; *picks* those of the weft, across. A *slub* is a thicker place in a yarn, *cover* how
much the denser warp hides the weft.
"""
