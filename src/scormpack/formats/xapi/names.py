"""Fixed words of a tincan.xml, the launch convention of the Tin Can API's authors."""

from __future__ import annotations

MANIFEST = "tincan.xml"
NAMESPACE = "http://projecttincan.com/tincan.xsd"

# ADL's vocabulary of activity types; the runtime's statements use the same (runtime/lms/).
COURSE = "http://adlnet.gov/expapi/activities/course"
MODULE = "http://adlnet.gov/expapi/activities/module"
LESSON = "http://adlnet.gov/expapi/activities/lesson"
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"

OURS = "urn:scormpack"
"""Where our own words on a package are at home: a namespace in cmi5.xml, and the beginning of keys in tincan.xml."""

COMPONENTS = ("choices", "scale", "source", "target", "steps")
"""Lists of interaction components, in the order in which tincan.xml has them (xAPI 1.0.3 part 2, 2.4.4.1)."""
