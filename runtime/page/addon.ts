/**
 * Loads a script of the package when a learner first needs it: what few use must not weigh on every page.
 *
 * An add-on is a classic script (module scripts are dead from `file://`) that puts what it offers into
 * `globalThis.scormpackAddons` under its own name.
 */

declare global {
  /** What each add-on that was loaded offers; each declares its own type in `ScormpackAddons`. */
  var scormpackAddons: Partial<ScormpackAddons> | undefined;

  interface ScormpackAddons {
    /** Never there: it keeps the interface open for the add-ons' own declarations. */
    readonly none: never;
  }
}

const loading = new Map<string, Promise<void>>();

/** What the add-on `name` at `address` offers. Rejects where it cannot be had; the next call tries again. */
export async function loadAddon<Name extends keyof ScormpackAddons>(name: Name, address: string): Promise<ScormpackAddons[Name]> {
  if (globalThis.scormpackAddons?.[name] === undefined) {
    const started = loading.get(address) ?? fetchScript(address).finally(() => loading.delete(address));
    loading.set(address, started);
    await started;
  }
  const offered = globalThis.scormpackAddons?.[name];
  if (offered === undefined) throw new Error(`${address}: no ${name}`);
  return offered as ScormpackAddons[Name];
}

export function fetchScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${address}: not loaded`));
    });
    document.head.append(script);
  });
}
