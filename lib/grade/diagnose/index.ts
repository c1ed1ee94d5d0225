import type { Seed } from "../../base";
import type { Expr } from "../../expr";
import type { ShapedExpr } from "../../shape";
import type { Declared } from "../problem";
import type { Truth } from "../truth";
import type { Diagnosis, Layout } from "../verdict";
import type { Repair, Row } from "./repair";
import { rows } from "./table";
import { Trial } from "./trial";

const mostDiagnoses = 2;

/** An answer that was read and found wrong in every layout. */
export interface WrongAnswer {
  readonly declared: Declared;
  readonly truth: Truth;
  readonly text: string;
  readonly tree: Expr;
  readonly answer: ShapedExpr;
}

function described({ code }: Row, { facts }: Repair, layouts: readonly Layout[], truth: Truth): Diagnosis {
  const [layout] = layouts;
  const one = truth.shapes.length === 2 && layouts.length === 1;
  return { code, ...facts, ...(one && layout && { layout }) };
}

/**
 * What may have gone wrong, likeliest first, at most two slips. Found by evaluation: a slip is reported only if undoing
 * it makes the answer right by the same comparison that grades. Work is bounded; what cannot be afforded is not found.
 */
export function diagnose(wrong: WrongAnswer, seed: Seed): Diagnosis[] {
  const trial = Trial.of(wrong.declared, wrong.truth, wrong.answer, seed);
  if (!trial) return [];
  const slip = { ...wrong, trial };
  const found: Diagnosis[] = [];
  for (const row of rows) {
    if (found.length === mostDiagnoses) break;
    if (found.some((d) => d.code === row.code)) continue;
    for (const repair of row.repairs(slip)) {
      const layouts = trial.proven(repair);
      if (layouts.length === 0) continue;
      found.push(described(row, repair, layouts, wrong.truth));
      break;
    }
  }
  return found;
}
