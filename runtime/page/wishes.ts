/** What an LMS asks of a lesson's page: the way back to it, and no sound for those who want none. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import type { LearnerSession } from "../session/events.ts";

export function heedWishes(main: HTMLElement, { wishes: { wayBack, muted } }: LearnerSession): void {
  if (muted) for (const medium of main.querySelectorAll<HTMLMediaElement>("audio, video")) medium.muted = true; // cmi5 11.2
  if (wayBack === null) return;
  // cmi5 10, returnURL: following a link ends the session, as leaving the page does.
  const course = main.querySelector(".where > span:first-child");
  if (course) course.replaceWith(element("a", { href: wayBack }, ...course.childNodes));
  main.append(element("p", { class: "way-back" }, element("a", { class: "button", href: wayBack }, message("page.back-to-course"))));
}
