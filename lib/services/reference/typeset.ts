import { parse, toTex } from "../../expr";
import { scopeOf } from "../../shape";
import type { SheetRow } from "./schema";

/** The change of a variable: the d is upright, the variable is not. */
const differential = /\\mathrm\{d([a-z])\}/g;

/** Sets formulas of a row; a formula that cannot be read is nothing. */
export function typesetter(row: SheetRow): (text: string) => string | undefined {
  const { shape } = row.variables[row.wrt] ?? { shape: [] };
  const variables = { ...row.variables, [`d${row.wrt}`]: { shape } };
  const { vocabulary } = scopeOf({ variables, functions: row.functions });
  return (text) => {
    const tree = parse(text, "text", vocabulary);
    return tree.ok ? toTex(tree.value).replaceAll(differential, "\\mathrm{d}$1") : undefined;
  };
}
