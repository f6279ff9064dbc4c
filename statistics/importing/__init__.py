"""Reads tables that people bring as text or as workbooks, and asks where it must."""
