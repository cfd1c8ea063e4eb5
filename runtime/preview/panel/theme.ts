/** Light or dark: as the system has it, until the author says otherwise. */
import { icon } from "./parts.ts";
import { recall, remember } from "./preferences.ts";

export function offerTheme(button: HTMLElement): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = recall("theme", "");
  const show = (): void => {
    const isDark = chosen === "" ? system.matches : chosen === "dark";
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
    const words = isDark ? "Light colours for this panel" : "Dark colours for this panel";
    button.title = words;
    button.setAttribute("aria-label", words);
    button.replaceChildren(icon(isDark ? "sun" : "moon"));
  };
  button.addEventListener("click", () => {
    chosen = document.documentElement.dataset["theme"] === "dark" ? "light" : "dark";
    remember("theme", chosen);
    show();
  });
  system.addEventListener("change", show);
  show();
}
