/** Finds who keeps the results: the first port that opens. */
import type { LmsPort, Opened } from "./port.ts";
import { NoLms } from "./port.ts";

export interface Connected {
  readonly port: LmsPort;
  readonly opened: Opened;
}

/** Tries the ports in order; the last one, which keeps results in the browser, always opens. */
export async function connect(ports: readonly LmsPort[]): Promise<Connected> {
  for (const port of ports) {
    try {
      return { port, opened: await port.open() };
    } catch (error) {
      // A fault of ours or of the LMS must not take the lesson away; it is told in the console only.
      if (!(error instanceof NoLms)) console.warn("scormpack: no connection", error);
    }
  }
  throw new NoLms("no port opened");
}
