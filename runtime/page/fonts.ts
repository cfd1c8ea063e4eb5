/** The course's own typefaces, where a page is opened from disk. */

/** Once for each face, by whichever add-on comes first. Chromium shows no `font-display: optional` face from there, since none can be preloaded: asked for by script, it does. */
export function showFonts(document: Document): void {
  if (document.location.protocol !== "file:") return;
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-faces]")) {
    const faces = link.dataset["faces"]?.split(", ") ?? [];
    delete link.dataset["faces"];
    for (const face of faces) {
      const [, style = "", weight = "", use = ""] = /^(\S+) (.+) (\S+)$/.exec(face) ?? [];
      const added = new FontFace(`course ${use}`, `url("${link.href}")`, { style, weight });
      document.fonts.add(added);
      // Without it there is the fallback.
      added.load().catch(() => undefined);
    }
  }
}
