"""Fixed names of a web package's files."""

from __future__ import annotations

MANIFEST = "manifest.json"
"""The web application manifest: a server that knows few endings knows this one."""
WORKER = "worker.js"
"""The service worker; at the site's root, for it keeps what lies beside and below it (Service Workers, 3.1.3)."""
OURS = "x_scormpack"
"""The manifest's member of our own: browsers pass over what they do not know (Web Application Manifest, 2)."""
