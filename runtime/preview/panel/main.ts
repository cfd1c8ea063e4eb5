/** The panel page: opens packages in the stage, and shows what the LMS hears of them. */
import { Conductor } from "./conductor.ts";
import { askDesk } from "./lms.ts";
import { icon, region } from "./parts.ts";
import { offerTheme } from "./theme.ts";

const menu = region("menu");
menu.append(icon("menu"));
menu.setAttribute("aria-label", "Packages");
menu.addEventListener("click", () => {
  const isOpen = menu.getAttribute("aria-expanded") !== "true";
  menu.setAttribute("aria-expanded", String(isOpen));
  document.body.classList.toggle("shelf-open", isOpen);
});
region("shelf").addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || target.closest("button") === null) return;
  menu.setAttribute("aria-expanded", "false");
  document.body.classList.remove("shelf-open");
});
offerTheme(region("theme"));
await new Conductor(await askDesk()).start();
