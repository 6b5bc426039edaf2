"""Promises: the day by which a parcel arrives, from the workshop's own calendar.

*Work* is so many minutes promised to somebody, by reference. A day has so many minutes; work
already promised fills days from the first on. What is promised is frozen with the order.
"""
