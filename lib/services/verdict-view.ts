import type { Diagnosis, Verdict, Witness } from "../grade";
import type { Question } from "./grader/question";
import type { DiagnosisView, VerdictView, WitnessView } from "./views";

const nothing = {
  numerator: false,
  denominator: false,
  error: null,
  diagnosis: [],
  witness: null,
  firstWrong: null,
  cells: null,
};

/** A verdict, written out for whoever gave the answer. */
export function verdictView(verdict: Verdict | null, { shapes, form }: Question): VerdictView {
  const common = { ...nothing, form, shapes };
  if (!verdict) return { ...common, status: "waiting" };
  if (verdict.status === "invalid") {
    const { code, start, end, line, field } = verdict.error;
    const error = { code, start, end, line: line ?? null, cell: field ?? null };
    return { ...common, status: "invalid", error };
  }
  if (verdict.status !== "graded") return { ...common, status: verdict.status };
  return {
    ...common,
    status: "graded",
    numerator: verdict.numerator,
    denominator: verdict.denominator,
    diagnosis: (verdict.diagnosis ?? []).map(diagnosisView),
    witness: verdict.witness ? witnessView(verdict.witness) : null,
    firstWrong: verdict.first_wrong ?? null,
    cells: verdict.cells ?? null,
  };
}

function diagnosisView({ code, factor, got, want, part, layout }: Diagnosis): DiagnosisView {
  return {
    code,
    factor: factor ?? null,
    got: got ?? null,
    want: want ?? null,
    part: part ?? null,
    layout: layout ?? null,
  };
}

function witnessView({ at, answer, truth, layout }: Witness): WitnessView {
  return { at, answer, truth, layout };
}
