import { parse, toTex } from "../../expr";
import { scopeOf } from "../../shape";
import type { SheetRow } from "./schema";

/** Sets formulas of a row; a formula that cannot be read is nothing. */
export function typesetter(row: SheetRow): (text: string) => string | undefined {
  const { shape } = row.variables[row.wrt] ?? { shape: [] };
  const variables = { ...row.variables, [`d${row.wrt}`]: { shape } };
  const { vocabulary } = scopeOf({ variables, functions: row.functions });
  return (text) => {
    const tree = parse(text, "text", vocabulary);
    return tree.ok ? toTex(tree.value) : undefined;
  };
}
