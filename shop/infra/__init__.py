"""Machinery: database, web, outbox, jobs, mail, access, words, logs. Knows no garment, no order."""
