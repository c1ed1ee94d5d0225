/** Which layouts the sheet shows. */
export type SheetLayout = "both" | "numerator" | "denominator";

/** What the address asks the sheet for. */
export interface SheetQuery {
  readonly query: string;
  readonly layout: SheetLayout;
  /** One group, `all` of them, or none. What is looked for is looked for in all. */
  readonly group: string;
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** Reads the address; what it does not know it takes for nothing. */
export function readSheetQuery(search: Search): SheetQuery {
  const layout = first(search.layout);
  const known = layout === "numerator" || layout === "denominator" ? layout : "both";
  return { query: first(search.q).slice(0, 300), layout: known, group: first(search.group) };
}

/** The address of the sheet. */
export function sheetAddress({ query, layout, group }: SheetQuery): string {
  const search = new URLSearchParams({
    ...(query && { q: query }),
    ...(group && { group }),
    ...(layout !== "both" && { layout }),
  });
  return search.size > 0 ? `/reference?${search}` : "/reference";
}
