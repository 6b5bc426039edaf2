"""The back office: pages for colleagues, no rules of its own.

`work` is the workshop's board and its pieces, `orders` what customers bought, `artwork` the
pictures to be approved, `cloths` the shelf, `trims` the store beside it, `prices` what garments
cost, `rulebook` what goes together. Each page asks for the permission of its work.
"""
