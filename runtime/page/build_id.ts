/**
 * Which build a page is of. That stands at its beginning alone (`templates/base.html.j2`), so that all the rest of a
 * lesson's page stays as it is, compressed too, when another lesson changes; the footer shows it.
 */
export function showBuild(page: Document): void {
  const build = page.documentElement.dataset["build"];
  const place = page.querySelector<HTMLElement>(".site-footer [data-says]");
  if (build === undefined || !place) return;
  place.textContent = (place.dataset["says"] ?? "").replace("{build}", build);
  place.hidden = false;
}
