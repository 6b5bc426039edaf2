"""Anthropometry: how the measures of a body hang together, learned from people who were measured.

A *variable* is one thing that was measured or said (neck, weight, said height …). The *model* is
one Gaussian per sex over the logarithms of all variables. Asked about a body of which some values
are known, it *estimates* the others, *checks* each value against the others, and *explains* what
probably went wrong where they do not go together. It knows numbers only: whose body it is, where
a value came from and what is asked of the customer is the business of the subjects above.
"""
