/** What the build writes before the service worker's script (`formats/web/worker.py`). */
export interface SiteFiles {
  /** Stands in every page. */
  readonly build: string;
  /** Of the list: another whenever any file is. */
  readonly version: string;
  /** Path from the worker's folder to the file's SHA-256 in Base64. */
  readonly files: Readonly<Record<string, string>>;
  /** Files too large to fetch before somebody wants them: they need the network. */
  readonly large: readonly string[];
}
