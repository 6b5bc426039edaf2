"""Production: the making of what was bought, piece by piece.

A *work order* is one garment of a paid order on its way through the workshop; its *stage* is the
last thing that was done to it. A *step* says who moved it and when. A piece *on hold* waits for a
reason and then goes on where it stood; a piece in *rework* failed a point of its check. The *spec*
is the sheet that lies with the piece: all that the workshop needs to know, nothing about a person.

When a parcel arrives is promised elsewhere (see `promises`); what is paid is no business of ours.
"""
