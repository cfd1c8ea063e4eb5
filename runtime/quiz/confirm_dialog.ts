/** Asks the learner to confirm, in the browser's own modal dialog. */
import { element } from "../dom.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

let opened = 0;

/** True when confirmed. The focus goes back to where it was. */
export function confirm(question: Question, parent: HTMLElement): Promise<boolean> {
  opened += 1;
  const id = `confirm-${opened}`;
  const no = element("button", { type: "button", class: "button", autofocus: true }, question.no);
  const yes = element("button", { type: "button", class: "button button--primary" }, question.yes);
  const dialog = element(
    "dialog",
    { class: "confirm", "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-text` },
    element("h3", { id: `${id}-title` }, question.title),
    element("p", { id: `${id}-text` }, question.text),
    element("div", { class: "confirm-actions" }, no, yes),
  );
  // No <form method="dialog">: a sandboxed frame may forbid submitting.
  no.addEventListener("click", () => dialog.close());
  yes.addEventListener("click", () => dialog.close("yes"));
  parent.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
