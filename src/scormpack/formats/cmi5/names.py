"""Fixed words of a cmi5 course structure (cmi5 specification, 13 and 14)."""

from __future__ import annotations

MANIFEST = "cmi5.xml"
"""At the zip's root; a course structure may also come alone, as XML of any name (14.2)."""

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"

LAUNCH_PARAMETERS = frozenset({"endpoint", "fetch", "actor", "registration", "activityId"})
"""Query names that the LMS adds to an AU's url (8.1)."""
