"""The back office: pages for colleagues, no rules of its own.

`work` is the workshop's board and its pieces, `orders` what customers bought, `cloths` the shelf,
`prices` what garments cost. Each page asks for the permission of its work.
"""
