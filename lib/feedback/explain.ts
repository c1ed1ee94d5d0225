import type { Form, Layout, Policy, Verdict } from "../grade";
import { reasonInWords } from "./report";
import { sentence } from "./sentences";
import { slips } from "./slips";
import { hasLayouts, right as rightTitle, wrongTitle } from "./titles";

/** What the learner reads. */
export interface Explanation {
  readonly outcome: "right" | "wrong" | "other-layout" | "not-counted" | "waiting";
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is said of an answer that has no verdict yet. */
export const beingGraded: Explanation = {
  outcome: "waiting",
  title: "Being graded.",
  lines: ["Your answer has arrived and is being graded. Load the page again in a moment to see what comes of it."],
};

/** Whether the truth is that of a scalar function: `mixed` wants column gradients beside m×n Jacobians. */
export type FunctionKind = "scalar" | "other";

/** The layout a policy asks for, or nothing where either will do. */
export function wantedLayout(policy: Policy, kind: FunctionKind = "scalar"): Layout | undefined {
  if (policy === "either") return undefined;
  if (policy === "mixed") return kind === "scalar" ? "denominator" : "numerator";
  return policy;
}

const otherLayout: { readonly [L in Layout]: Layout } = { numerator: "denominator", denominator: "numerator" };

type GradedVerdict = Verdict & { readonly status: "graded" };

function explainGraded(verdict: GradedVerdict, wanted: Layout | undefined, form: Form): Explanation {
  const { numerator, denominator } = verdict;
  if (!numerator && !denominator) return explainWrong(verdict, form);
  if (!hasLayouts(form)) return { outcome: "right", title: rightTitle, lines: [] };
  if (numerator && denominator)
    return { outcome: "right", title: "Right in both layouts.", lines: ["The two layouts agree here."] };
  const right: Layout = numerator ? "numerator" : "denominator";
  if (!wanted || wanted === right) {
    return {
      outcome: "right",
      title: `Right, in ${right} layout.`,
      lines: [`In ${otherLayout[right]} layout it is the transpose of this.`],
    };
  }
  return {
    outcome: "other-layout",
    title: `Right in ${right} layout, but this problem asks for ${wanted} layout.`,
    lines: [`The ${wanted} layout is the transpose of your answer.`],
  };
}

function explainWrong(verdict: GradedVerdict, form: Form): Explanation {
  const lines = (verdict.diagnosis ?? []).map((d) => slips[d.code](d));
  return { outcome: "wrong", title: wrongTitle(form, verdict), lines };
}

/** Turns a verdict into what the learner reads, under a policy. */
export function explain(
  verdict: Verdict,
  policy: Policy,
  kind: FunctionKind = "scalar",
  form: Form = "derivative",
): Explanation {
  switch (verdict.status) {
    case "invalid":
      return {
        outcome: "not-counted",
        title: "This could not be read, and costs nothing.",
        lines: [sentence(verdict.error)],
      };
    case "undecided":
      return {
        outcome: "not-counted",
        title: "This could not be decided, and costs nothing.",
        lines: [reasonInWords(verdict.reason)],
      };
    case "bad-problem":
      return {
        outcome: "not-counted",
        title: "This problem has a mistake of its own. Nothing is counted.",
        lines: [sentence(verdict.error)],
      };
    case "graded":
      return explainGraded(verdict, wantedLayout(policy, kind), form);
  }
}
