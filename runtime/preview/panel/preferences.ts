/** What the author chose last, for the next time: the browser keeps it, where it may. */

export function recall(name: string, otherwise: string): string {
  try {
    return localStorage.getItem(`preview:${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`preview:${name}`, value);
  } catch {
    // A browser that keeps nothing: it is chosen anew next time.
  }
}
