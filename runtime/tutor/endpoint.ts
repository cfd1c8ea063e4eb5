/** A service that writes answers from the passages found: asked over HTTP, answering in plain text, piece by piece. */

/** All that is sent: nothing of the learner. */
export interface ServiceQuestion {
  readonly question: string;
  /** BCP 47. */
  readonly language: string;
  readonly lesson: { readonly id: string; readonly title: string };
  readonly passages: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

export interface ServiceSetting {
  readonly endpoint: string;
  /** How long to wait for the next word. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Characters; a service that goes on and on is cut off. */
const LONGEST = 8000;

/** The answer's pieces as they come. Throws where the service fails, refuses, or is silent for too long. */
export async function* streamAnswer(question: ServiceQuestion, { endpoint, seconds, signal }: ServiceSetting): AsyncGenerator<string> {
  const silence = new AbortController();
  const stop = (): void => silence.abort(signal.reason);
  signal.addEventListener("abort", stop);
  let timer = 0;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new Error("no word in time")), seconds * 1000) as unknown as number;
  };
  try {
    wait();
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/plain" },
      body: JSON.stringify(question),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
      signal: silence.signal,
    });
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    const type = response.headers.get("Content-Type") ?? "";
    if (!/^text\/plain\b/i.test(type)) throw new Error(`an answer of type ${type}`);
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (let length = 0; length < LONGEST; ) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      length += text.length;
      if (text !== "") yield text.slice(0, text.length - Math.max(0, length - LONGEST));
      if (done) return;
      wait();
    }
    void reader.cancel();
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    silence.abort();
  }
}
