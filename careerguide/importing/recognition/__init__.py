"""Recognise a guide in a document: a plan that people change, decision by decision."""
