/** How the panel writes numbers, times and statuses. */

const STATUSES: Readonly<Record<string, string>> = {
  "passed": "Passed",
  "failed": "Failed",
  "completed": "Completed",
  "incomplete": "In progress",
  "browsed": "Browsed",
  "not attempted": "Not attempted",
  "unknown": "Not attempted",
};

export function statusName(status: string): string {
  return STATUSES[status] ?? status;
}

/** Names the look of a status in the style sheet. */
export function statusTone(status: string): "right" | "wrong" | "busy" | "none" {
  if (status === "passed" || status === "completed") return "right";
  if (status === "failed") return "wrong";
  return status === "incomplete" || status === "browsed" ? "busy" : "none";
}

/** `1 h 02 min`, `3 min 20 s`, `45 s`. */
export function span(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return `${whole} s`;
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** Two decimals at most, as Moodle shows a grade. */
export function gradeText(grade: number | null): string {
  return grade === null ? "–" : String(Math.round(grade * 100) / 100);
}

/** A long text with its middle left out. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.ceil(most * 0.7))} … ${text.slice(-Math.floor(most * 0.2))}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
