/** What is shown in place of a lesson that could not be loaded. */
import { drawButton, element } from "../dom.ts";
import { message } from "../messages.ts";

export function drawPageFault(title: string, retry: () => void): HTMLElement {
  return element(
    "div",
    { class: "page-fault" },
    element("h1", {}, title),
    element("p", {}, message("page.not-loaded")),
    element(
      "div",
      { class: "page-fault-actions" },
      drawButton(message("page.try-again"), "primary", retry),
      element("a", { class: "button", href: "index.html" }, message("page.back-to-course")),
    ),
  );
}
