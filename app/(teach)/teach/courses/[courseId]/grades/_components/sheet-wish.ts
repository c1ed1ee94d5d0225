import type { GradebookWish } from "@/lib/services";

/** How the gradebook is looked at; all of it stands in the address. */
export interface SheetWish {
  /** The id of a section, or empty. */
  readonly section: string;
  readonly folded: GradebookWish["folded"];
  readonly find: string;
  /** "name", "section", or the key of a column. */
  readonly sort: string;
  /** The largest first. */
  readonly down: boolean;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function readWish(query: Query): SheetWish {
  const text = (name: string) => [query[name]].flat()[0] ?? "";
  const fold = text("fold");
  return {
    section: text("section"),
    folded: fold === "all" ? "all" : fold.split(".").map(Number).filter(Boolean),
    find: text("find"),
    sort: text("sort") || "name",
    down: text("down") === "yes",
  };
}

/** The words of an address that asks for this; what goes without saying is left out. */
export function queryOf({ section, folded, find, sort, down }: SheetWish): Readonly<Record<string, string>> {
  const fold = folded === "all" ? "all" : folded.join(".");
  const all = { section, fold, find, sort: sort === "name" ? "" : sort, down: down ? "yes" : "" };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/** An address, relative to the gradebook's own. */
export function addressOf(wish: SheetWish): string {
  return `?${new URLSearchParams(queryOf(wish))}`;
}

/** The same with one assignment folded, or unfolded. */
export function toggled({ folded }: SheetWish, number: number, count: number): readonly number[] {
  const before = folded === "all" ? Array.from({ length: count }, (_, index) => index + 1) : folded;
  return before.includes(number) ? before.filter((each) => each !== number) : [...before, number].sort((a, b) => a - b);
}

/** The next way to sort by a column: numbers the largest first, then the other way round. */
export function sortedBy(wish: SheetWish, key: string): SheetWish {
  const isText = key === "name" || key === "section";
  return { ...wish, sort: key, down: wish.sort === key ? !wish.down : !isText };
}
