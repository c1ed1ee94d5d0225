import type { AnswerOutcome, RegradeMode, RegradeState } from "@/lib/services";

/** Where a regrade stands, as people say it. */
export const regradeStates: { readonly [S in RegradeState]: string } = {
  comparing: "Comparing",
  compared: "Waiting for your choice",
  applying: "Being applied",
  applied: "Applied",
  undoing: "Being undone",
  undone: "Undone",
  failed: "Broken off",
};

/** What can be done about the answers that differ, the gentlest first. */
export const regradeModes: { readonly [M in RegradeMode]: { readonly name: string; readonly what: string } } = {
  raise: { name: "Raise only", what: "Answers that turn out right count as right. Nobody loses anything." },
  replace: { name: "Replace", what: "Every answer counts as the chosen version grades it, also where that is less." },
  full: { name: "Full marks", what: "Everybody gets all of its points, whatever they answer, later ones too." },
  drop: { name: "Drop", what: "The problem counts neither for the points nor for what they are out of." },
};

export const answerOutcomes: { readonly [O in AnswerOutcome]: string } = {
  right: "right",
  wrong: "not right",
  unreadable: "could not be read",
  undecided: "undecided",
  "bad-problem": "the version has a mistake",
  "not-comparable": "cannot be compared",
};
