/** Asks the learner to confirm, in the browser's own modal dialog. */
import { drawButton, element } from "../dom.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  /** Places that the question is about; going to one of them is a no. */
  readonly places?: readonly Place[];
  /** The answer that takes nothing from anybody: it stands out. */
  readonly safer: "yes" | "no";
  /** Comes unasked: the focus goes to the title, so that a key pressed just now chooses nothing. */
  readonly sudden?: boolean;
}

export interface Place {
  readonly text: string;
  readonly href: string;
  go(): void;
}

let opened = 0;

/** True when confirmed; false too when `ended` puts an end to the question. The focus goes back to where it was. */
export function confirm(question: Question, parent: HTMLElement, ended?: AbortSignal): Promise<boolean> {
  opened += 1;
  const id = `confirm-${opened}`;
  const { places = [], sudden = false } = question;
  // No <form method="dialog">: a sandboxed frame may forbid submitting.
  const draw = (answer: "yes" | "no"): HTMLButtonElement => {
    const safer = answer === question.safer;
    const button = drawButton(question[answer], safer ? "primary" : "", () => dialog.close(answer));
    button.autofocus = safer && !sudden;
    // What gets the focus is told with what is asked: Orca says its name alone, and no word of the dialog.
    button.setAttribute("aria-describedby", id);
    return button;
  };
  const links = places.map(({ text, href }) => element("a", { href }, text));
  const dialog = element(
    "dialog",
    { class: "confirm", "aria-labelledby": `${id}-title` },
    element("h3", { id: `${id}-title`, tabindex: -1, autofocus: sudden, "aria-describedby": id }, question.title),
    element("p", { id }, question.text),
    links.length === 0 ? null : element("ul", { class: "confirm-places" }, ...links.map((link) => element("li", {}, link))),
    element("div", { class: "confirm-actions" }, draw("no"), draw("yes")),
  );
  for (const [at, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      // The dialog must be gone before the focus can move behind it.
      event.preventDefault();
      dialog.close(String(at));
    });
  }
  ended?.addEventListener("abort", () => dialog.close());
  parent.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
      places[Number(dialog.returnValue || NaN)]?.go();
    });
  });
}
