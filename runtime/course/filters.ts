/** Filters by what lessons have in common: a track, a category. */
import { message } from "../messages.ts";
import type { FacetData } from "../page/data.ts";

export interface Filter {
  readonly select: HTMLSelectElement;
  /** Whether a lesson (by its number) has the value chosen, or any. */
  readonly holds: (lesson: number) => boolean;
  readonly facet: FacetData;
}

/** The form's filters: a `<select data-facet="track">` for each. */
export function readFilters(form: HTMLFormElement, facets: readonly FacetData[]): Filter[] {
  return facets.flatMap((facet) => {
    const select = form.querySelector<HTMLSelectElement>(`select[data-facet="${facet.name}"]`);
    return select ? [{ select, facet, holds: (lesson: number): boolean => select.value === "" || facet.lessons[lesson] === Number(select.value) }] : [];
  });
}

export function isFiltered(filters: readonly Filter[]): boolean {
  return filters.some(({ select }) => select.value !== "");
}

/** Says in each filter's options how many lessons each would leave, with the search and the other filters as they are. */
export function showCounts(filters: readonly Filter[], found: readonly number[] | null, lessons: number): void {
  for (const filter of filters) {
    const others = filters.filter((other) => other !== filter);
    const counts = new Uint32Array(filter.facet.values.length);
    for (const lesson of found ?? Array(lessons).keys()) {
      const value = filter.facet.lessons[lesson] ?? -1;
      if (value >= 0 && others.every((other) => other.holds(lesson))) counts[value] = (counts[value] as number) + 1;
    }
    for (const option of filter.select.options) {
      if (option.value === "") continue;
      const words = message("find.option", { name: filter.facet.values[Number(option.value)] ?? "", n: counts[Number(option.value)] ?? 0 });
      if (option.text !== words) option.text = words;
    }
  }
}
