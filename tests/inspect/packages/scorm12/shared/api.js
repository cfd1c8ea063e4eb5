var api = null, at = window;
while (!api && at) { try { api = at.API; } catch (e) { } if (at === at.parent) break; at = at.parent; }
if (api) { api.LMSInitialize(""); api.LMSSetValue("cmi.core.lesson_status", "completed"); api.LMSCommit(""); }
function leave() { if (api) api.LMSFinish(""); }
