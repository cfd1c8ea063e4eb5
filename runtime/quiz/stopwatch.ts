/** Tells how long a learner had a question before answering: from when it was first seen. */

export interface Stopwatch {
  /** Seconds since `element` was first seen or entered, to hundredths; from the drawing where nothing saw it. */
  secondsOn(element: Element): number;
  stop(): void;
}

export function startStopwatch(elements: readonly Element[]): Stopwatch {
  const drawn = performance.now();
  const seen = new Map<Element, number>();
  const see = (element: Element): void => {
    if (!seen.has(element)) seen.set(element, performance.now());
  };
  const observer =
    typeof IntersectionObserver === "undefined"
      ? null
      : new IntersectionObserver((entries) => {
          for (const entry of entries) if (entry.isIntersecting) see(entry.target);
        });
  for (const element of elements) {
    observer?.observe(element);
    element.addEventListener("focusin", () => see(element), { once: true });
  }
  return {
    secondsOn: (element) => Math.round((performance.now() - (seen.get(element) ?? drawn)) / 10) / 100,
    stop: () => observer?.disconnect(),
  };
}
