"""Read tables of documents as pasted tables are read, with questions and doubts."""
