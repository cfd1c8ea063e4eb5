"""Lessons in YAML to packages that a learning management system accepts."""

__version__ = "0.1.0"
