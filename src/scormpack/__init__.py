"""Lessons in YAML to packages that a learning management system accepts."""
