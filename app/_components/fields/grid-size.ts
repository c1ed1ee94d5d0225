import type { GridSize } from "./shown-field";
import type { Typed } from "./typed";

/** The name of an entry's field; rows and columns from 0. */
export const entryName = (row: number, column: number): string => `entry.${row}.${column}`;

/** What a form without scripts sends to come back with another size. */
export const resizeIntent = ({ rows, columns }: GridSize): string => `resize ${rows} ${columns}`;

/** The entries of the size that a form asks for, with what was typed of them; nothing where it asks for something else. */
export function resizedBy(intent: string, typed: Typed): Typed | undefined {
  const [, rows, columns] = /^resize ([1-8]) ([1-8])$/.exec(intent) ?? [];
  if (rows === undefined || columns === undefined) return undefined;
  const names = Array.from({ length: Number(rows) * Number(columns) }, (_, place) =>
    entryName(Math.floor(place / Number(columns)), place % Number(columns)),
  );
  return Object.fromEntries(names.map((name) => [name, typed[name] ?? ""]));
}
