import { canonicalName } from "../expr";
import { grade, readProblem } from "../grade";
import { type DerivationPart, recordOfDerivation, type Surroundings } from "../problems";
import type { Declarations } from "../shape";
import type { DerivationView } from "./content-views";
import { formulaTex, withDifferential } from "./formulas";

/** Where in a derivation a line stands: at the function, its differential or its derivative. */
type Stage = "function" | "differential" | "derivative";

/** The lines of a derivation as TeX, with what each of them equals where that changes. */
export function derivationView(part: DerivationPart, around: Surroundings): DerivationView {
  const { variables = {}, functions, function: source = "", wrt = "" } = recordOfDerivation(part, around);
  const names: Declarations = { variables, ...(functions && { functions }) };
  const all = withDifferential(names, wrt);
  const stages = stagesOf(part.lines, source, wrt, names);
  const lines = part.lines.map((line, at) => ({
    of: at > 0 && stages[at] === stages[at - 1] ? null : leftSide(stages[at] ?? "function", wrt, names),
    tex: formulaTex(line, all),
    why: part.why?.[at] || null,
  }));
  return { kind: "derivation", lines };
}

function leftSide(stage: Stage, wrt: string, names: Declarations): string {
  const taken = Object.keys({ ...names.variables, ...names.functions });
  const f = ["f", "y", "g", "h"].find((name) => !taken.includes(name)) ?? "f";
  const sides: { readonly [S in Stage]: string } = {
    function: f,
    differential: `\\mathrm{d}${f}`,
    derivative: `\\frac{\\partial ${f}}{\\partial ${formulaTex(wrt, names)}}`,
  };
  return sides[stage];
}

/** A line with the differential in it stands at the differential; one before it at the function, one behind at the derivative. */
function stagesOf(lines: readonly string[], source: string, wrt: string, names: Declarations): readonly Stage[] {
  const isSource = equals(source, names);
  const differential = new RegExp(`d(${wrt}|${canonicalName(wrt)})(?![A-Za-z0-9])`);
  let stage: Stage = "function";
  return lines.map((line, at) => {
    if (at > 0 && at === lines.length - 1) stage = "derivative";
    else if (differential.test(line)) stage = "differential";
    else if (stage !== "function" || !isSource(line)) stage = at === 0 ? "function" : "derivative";
    return stage;
  });
}

/** Whether a line is the function itself, written otherwise. */
function equals(source: string, names: Declarations): (line: string) => boolean {
  const key = readProblem({ ...names, reference: source });
  return (line) => {
    if (!key.ok) return false;
    const verdict = grade({ text: line, syntax: "text" }, key.value, "derivation");
    return verdict.status === "graded" && verdict.numerator;
  };
}
