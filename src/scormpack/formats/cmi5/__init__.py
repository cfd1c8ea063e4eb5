"""cmi5: an xAPI profile with a course structure, cmi5.xml (cmi5 specification, 13)."""
