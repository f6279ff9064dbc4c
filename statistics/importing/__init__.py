"""Read tables that people bring as text or as workbooks, and ask where needed."""
