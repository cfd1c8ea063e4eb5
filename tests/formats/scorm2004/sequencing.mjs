/**
 * Plays a course in scorm-again's sequencing: reads `{tree, steps}` from its input, writes what became of each step
 * into the last line: scorm-again itself writes what it delivers into those above.
 *
 * A step is `["choose", id]`, true where the LMS opens that activity, or `["say", success]`, which opens, judges and closes it.
 */
import { readFileSync } from "node:fs";
import { Scorm2004API } from "scorm-again/scorm2004";

const { tree, steps } = JSON.parse(readFileSync(0, "utf8"));
const api = new Scorm2004API({ autocommit: false, logLevel: 5, sequencing: { activityTree: tree } });
const happened = steps.map(([what, value]) => {
  if (what === "choose") return api.processNavigationRequest("choice", value);
  api.reset();
  api.Initialize("");
  api.SetValue("cmi.completion_status", "completed");
  api.SetValue("cmi.score.scaled", value === "passed" ? "0.9" : "0.2");
  api.SetValue("cmi.success_status", value);
  return api.Terminate("") === "true";
});
console.log(JSON.stringify(happened));
