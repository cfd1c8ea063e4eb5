/** What is shown in place of a lesson that could not be loaded. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";

export function drawPageFault(title: string, retry: () => void): HTMLElement {
  const again = element("button", { type: "button", class: "button button--primary" }, message("page.try-again"));
  again.addEventListener("click", retry);
  return element(
    "div",
    { class: "page-fault" },
    element("h1", {}, title),
    element("p", {}, message("page.not-loaded")),
    element(
      "div",
      { class: "page-fault-actions" },
      again,
      element("a", { class: "button", href: "index.html" }, message("page.back-to-course")),
    ),
  );
}
