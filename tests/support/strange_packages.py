"""Packages that other tools might have made, each as small as it can be; their pages say what came of what they did."""

import io
from pathlib import Path
from zipfile import ZipFile

SCORM2004_MANIFEST = """<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Knots, 2004</title>
    <item identifier="i1" identifierref="r1"><title>The bowline</title>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>
      <imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
        <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>
      </imsss:primaryObjective></imsss:objectives></imsss:sequencing></item>
    <item identifier="i2" identifierref="r2"><title>The reef knot</title></item>
  </organization></organizations>
  <resources>
    <resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="one.html"/>
    <resource identifier="r2" type="webcontent" adlcp:scormType="sco" href="two.html"/>
  </resources>
</manifest>"""

_PAGE = """<!doctype html><html lang="en"><title>{title}</title><meta charset="utf-8"><link rel="icon" href="data:,">
<main><h1>{title}</h1><ul id="said"></ul></main>
<script>
  const say = (what) => document.getElementById("said").append(
    Object.assign(document.createElement("li"), {{ textContent: what }}));
  {script}
</script></html>"""

_FIRST_2004 = """
  const api = parent.API_1484_11;
  say(`init ${api.Initialize("")}, entry ${api.GetValue("cmi.entry")}, next ${
    api.GetValue("adl.nav.request_valid.continue")}, mark ${api.GetValue("cmi.scaled_passing_score")}`);
  api.SetValue("cmi.score.scaled", "0.9");
  api.SetValue("cmi.score.raw", "90");
  api.SetValue("cmi.progress_measure", "1");
  api.SetValue("cmi.interactions.0.id", "a knot");
  say(`success ${api.GetValue("cmi.success_status")}, completion ${api.GetValue("cmi.completion_status")}`);
  api.SetValue("cmi.session_time", "PT1M30S");
  api.SetValue("adl.nav.request", "continue");
  const go = document.createElement("button");
  go.textContent = "Next knot";
  go.onclick = () => api.Terminate("");
  document.querySelector("main").append(go);
"""

_SECOND_2004 = """
  const api = parent.API_1484_11;
  say(`init ${api.Initialize("")}, entry ${api.GetValue("cmi.entry")}`);
"""

_RUDE = """
  const api = parent.API;
  say(`init ${api.LMSInitialize("")}`);
  say(`long state ${api.LMSSetValue("cmi.suspend_data", "x".repeat(5000))}`);
  say(`error ${api.LMSGetLastError()}`);
  api.LMSSetValue("cmi.core.student_id", "mallory");
  say(`read-only ${api.LMSGetLastError()}`);
  api.LMSCommit("");
  try { say(`panel ${parent.parent.document.title}`); } catch (error) { say(`panel ${error.name}`); }
  try { top.location = "about:blank"; say("away"); } catch (error) { say(`top ${error.name}`); }
  parent.parent.postMessage({ scormpackPreview: "x", message: { kind: "call", call: {} } }, "*");
"""

CMI5_STRUCTURE = """<?xml version="1.0"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://example.org/knots"><title><langstring lang="en">Knots, cmi5</langstring></title></course>
  <au id="https://example.org/knots/bowline" moveOn="Passed" masteryScore="0.6" launchMethod="AnyWindow">
    <title><langstring lang="en">The bowline</langstring></title><url>unit.html?tied=twice</url>
  </au>
</courseStructure>"""

_CMI5 = """
  (async () => {
    const query = new URLSearchParams(location.search);
    const first = await (await fetch(query.get("fetch"), { method: "POST" })).json();
    const again = await (await fetch(query.get("fetch"), { method: "POST" })).json();
    say(`token ${"auth-token" in first}, again ${again["error-code"]}, own ${query.get("tied")}`);
    const headers = { "Authorization": `Basic ${first["auth-token"]}`, "X-Experience-API-Version": "1.0.3",
      "Content-Type": "application/json" };
    const at = (path, more) => query.get("endpoint") + path + "?" + new URLSearchParams(
      { activityId: query.get("activityId"), agent: query.get("actor"), ...more });
    const data = await (await fetch(at("activities/state",
      { registration: query.get("registration"), stateId: "LMS.LaunchData" }), { headers })).json();
    say(`${data.launchMode}, ${data.moveOn}, ${data.masteryScore}`);
    const learner = await fetch(query.get("endpoint") + "agents/profile?" + new URLSearchParams(
      { agent: query.get("actor"), profileId: "cmi5LearnerPreferences" }), { headers });
    say(`preferences ${learner.status}`);
    const tell = (verb, result, ...more) => fetch(query.get("endpoint") + "statements", { method: "POST", headers,
      body: JSON.stringify({ actor: JSON.parse(query.get("actor")),
        verb: { id: "http://adlnet.gov/expapi/verbs/" + verb },
        object: { id: query.get("activityId") }, ...result,
        context: { ...data.contextTemplate,
          registration: query.get("registration"), contextActivities: { ...data.contextTemplate.contextActivities,
            category: ["cmi5", ...more].map((name) => ({ id: "https://w3id.org/xapi/cmi5/context/categories/" + name }))
        } } }) });
    say(`wrong ${(await tell("passed", { result: { score: { scaled: 7 } } })).status}`);
    await tell("initialized", {});
    await tell("passed", { result: { score: { scaled: 0.8 }, success: true, duration: "PT30S" } }, "moveon");
    await tell("experienced", {});
    say("told");
  })();
"""


def zip_of(files: dict[str, str]) -> bytes:
    """Return a zip with these members, whatever their names."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def _write(target: Path, files: dict[str, str]) -> Path:
    target.write_bytes(zip_of(files))
    return target


def scorm2004(folder: Path) -> Path:
    """Write a package of two SCOs, the first of which asks for the second."""
    pages = {
        "one.html": _PAGE.format(title="The bowline", script=_FIRST_2004),
        "two.html": _PAGE.format(title="The reef knot", script=_SECOND_2004),
    }
    return _write(folder / "knots-2004.zip", {"imsmanifest.xml": SCORM2004_MANIFEST, **pages})


def rude(folder: Path, manifest: str) -> Path:
    """Write a SCORM 1.2 package that goes beyond its limits, and beyond its frame."""
    pages = {"a b/one.html": _PAGE.format(title="Rude", script=_RUDE), "../up.html": "outside"}
    return _write(folder / "rude.zip", {"imsmanifest.xml": manifest, **pages})


def cmi5(folder: Path) -> Path:
    """Write a package of one assignable unit, which says one thing too many."""
    return _write(
        folder / "knots-cmi5.zip", {"cmi5.xml": CMI5_STRUCTURE, "unit.html": _PAGE.format(title="Unit", script=_CMI5)}
    )
