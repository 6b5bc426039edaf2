"""Making: what one garment takes of the workshop, worked out from its design. Pure.

A *task* is one thing to be done for this garment, with standard *minutes* at a *stage* (cutting,
sewing, finishing): an operation that its design calls for, or what a choice adds to the work or
spares it (a band collar spares six minutes). The *minutes* of a garment are the sum of its tasks,
always. A *trim* is what the sheet says it needs beside the cloth; a *need* is so much of one
*material* of the store, and the *bill of materials* has every material once. The *cloth* is so many
mm off one roll.

The model says what there is (`catalogue`); what it costs is `pricing`; by when it is done is
`promises`; which piece stands at which stage is `production`. They all ask here.
"""
