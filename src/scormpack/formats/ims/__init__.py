"""What the formats with an IMS manifest (imsmanifest.xml) share: SCORM 1.2 and both editions of SCORM 2004."""
