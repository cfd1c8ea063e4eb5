/** Shows how much time an attempt has left, and lets the learner ask for more; a clock that hurries nobody. */
import { element, write } from "../dom.ts";
import { message } from "../messages.ts";
import type { QuizData } from "../page/data.ts";
import type { Clock } from "../session/clock.ts";
import { confirm } from "./confirm_dialog.ts";
import { Countdown, extensionOf } from "./countdown.ts";

export interface TimeSetting {
  readonly data: QuizData;
  readonly clock: Clock;
  /** Seconds at the start. */
  readonly left: number;
  /** Where a warning opens. */
  readonly root: HTMLElement;
  keep(left: number): void;
  over(): void;
}

export interface TimePanel {
  readonly element: HTMLElement;
  readonly left: number;
  stop(): void;
}

/** Runs at once. */
export function startTime(setting: TimeSetting): TimePanel {
  const { data, clock, root } = setting;
  const limit = data.timeLimit ?? 0;
  const shown = element("span", { class: "time-left" });
  const spoken = element("span", { class: "visually-hidden", role: "status" });
  const more = element("button", { type: "button", class: "button time-more", hidden: true }, message("time.more"));
  const panel = element("div", { class: "quiz-time" }, shown, more, spoken);
  const ended = new AbortController();
  const show = (): void => write(shown, sayTimeLeft(countdown.left));
  const extend = (): void => {
    countdown.extend();
    spoken.textContent = message("time.extended", { time: sayTime(countdown.left) });
  };
  const countdown: Countdown = new Countdown(clock, limit, setting.left, data.moreTime, {
    changed: show,
    passed(last) {
      spoken.textContent = sayTimeLeft(countdown.left);
      if (!last || !data.moreTime) return;
      // Stays: who has pressed it once must not lose the focus.
      more.hidden = false;
      void warn();
    },
    keep: () => setting.keep(countdown.left),
    over() {
      ended.abort();
      setting.over();
    },
  });
  const warn = async (): Promise<void> => {
    const question = {
      title: sayTimeLeft(countdown.left),
      text: message("time.warning", { time: sayTime(extensionOf(limit)) }),
      yes: message("time.more"),
      no: message("time.no-more"),
      safer: "yes" as const,
      sudden: true,
    };
    if ((await confirm(question, root, ended.signal)) && !ended.signal.aborted) extend();
  };
  more.addEventListener("click", extend);
  show();
  return {
    element: panel,
    get left() {
      return countdown.left;
    },
    stop() {
      countdown.stop();
      ended.abort();
    },
  };
}

/** In minutes; the last one in steps of ten seconds. */
export function sayTime(seconds: number): string {
  if (seconds > 60) return message("time.minutes", { n: Math.ceil(seconds / 60) });
  if (seconds > 50) return message("time.minutes", { n: 1 });
  return message("time.seconds", { n: Math.ceil(seconds / 10) * 10 });
}

export function sayTimeLeft(seconds: number): string {
  return message("time.left", { time: sayTime(seconds) });
}
