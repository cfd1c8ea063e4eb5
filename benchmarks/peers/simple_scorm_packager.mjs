/**
 * Wraps a folder of ready-made HTML with the npm package simple-scorm-packager, as its README shows.
 *
 *     node benchmarks/peers/simple_scorm_packager.mjs SOURCE OUTPUT
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(new URL("../../package.json", import.meta.url));
const packageScorm = require("simple-scorm-packager");
const [source, output] = process.argv.slice(2).map((path) => resolve(path));

packageScorm(
  {
    version: "1.2",
    organization: "Example",
    title: "A generated course",
    language: "en",
    masteryScore: 70,
    startingPage: "index.html",
    source,
    package: { version: "1.0.0", zip: true, name: "generated", date: "2026-01-01", outputFolder: output },
  },
  () => {},
);
