var at = window; while (!at.API_1484_11 && at.parent !== at) at = at.parent;
if (at.API_1484_11) { at.API_1484_11.Initialize(""); at.API_1484_11.SetValue("cmi.completion_status", "completed"); at.API_1484_11.Terminate(""); }
