import type { Seed, Span } from "../../base";
import type { Expr } from "../../expr";
import type { ShapedExpr } from "../../shape";
import type { Declared } from "../problem";
import type { Truth } from "../truth";
import type { Diagnosis, DiagnosisCode, Layout } from "../verdict";
import type { Repair, Row, Slip } from "./repair";
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

const apart = (a: Span, b: Span): boolean => a.end <= b.start || b.end <= a.start;

/** Whether changing another place would do as well, so that neither can be named. */
function isAmbiguous({ at }: Repair, others: Iterable<Repair>, trial: Trial): boolean {
  if (!at) return false;
  for (const other of others) if (other.at && apart(at, other.at) && trial.likely(other).length > 0) return true;
  return false;
}

function described(code: DiagnosisCode, { part, ...facts }: Repair["facts"], layouts: readonly Layout[]): Diagnosis {
  const [layout] = layouts;
  return { code, ...facts, ...(part && { part }), ...(layouts.length === 1 && layout && { layout }) };
}

/** The first repair of a row that holds. */
function firstOf(row: Row, slip: Slip): Diagnosis | undefined {
  const { trial, truth } = slip;
  const repairs = row.repairs(slip)[Symbol.iterator]();
  for (let next = repairs.next(); !next.done; next = repairs.next()) {
    const layouts = trial.proven(next.value);
    if (layouts.length === 0) continue;
    const { part, ...facts } = next.value.facts;
    const named = part && !isAmbiguous(next.value, { [Symbol.iterator]: () => repairs }, trial);
    return described(row.code, named ? { ...facts, part } : facts, truth.shapes.length === 2 ? layouts : []);
  }
  return undefined;
}

/**
 * What may have gone wrong, likeliest first, at most two slips. Found by evaluation: a slip is reported only if undoing
 * it makes the answer right by the same comparison that grades. Work is bounded; what cannot be afforded is not found.
 */
export function diagnose(wrong: WrongAnswer, seed: Seed): Diagnosis[] {
  const trial = Trial.of(wrong.declared, wrong.truth, wrong.answer, seed);
  if (!trial) return [];
  const slip: Slip = { ...wrong, trial };
  const found: Diagnosis[] = [];
  for (const row of rows) {
    if (found.length === mostDiagnoses) break;
    if (found.some((d) => row.alone || d.code === row.code)) continue;
    trial.begin();
    const diagnosis = firstOf(row, slip);
    if (diagnosis) found.push(diagnosis);
  }
  return found;
}
