/** What is open, in the page's own address: a bookmark or a reload leads to the same package. */

export interface Address {
  readonly format: string;
  readonly unit: string;
}

export function readAddress(): Address {
  const [format = "", ...unit] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { format, unit: unit.join("/") };
}

export function writeAddress({ format, unit }: Address): void {
  const hash = `#${format}/${encodeURIComponent(unit)}`;
  if (hash !== location.hash) history.pushState(null, "", hash);
}
