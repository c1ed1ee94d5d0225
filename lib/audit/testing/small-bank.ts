import { stringify } from "yaml";
import { type BankInspection, inspectBank } from "../../problems";

/** A problem without a fault, with everything that a check looks at. */
export const sound = {
  id: "quadratic",
  title: "A quadratic form",
  skills: ["collect-partials"],
  difficulty: 2,
  sources: ["snow/5.1"],
  policy: "either",
  parameters: { k: { from: 2, to: 4 } },
  statement: "Let $f(x) = @k x^\\top A x$. Find $\\partial f/\\partial x$.",
  problem: { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "@k*x'*A*x", wrt: "x" },
  answers: { numerator: "@k*x'*(A + A')", denominator: "@k*(A + A')*x" },
  spoiled: [
    { answer: "2*@k*A*x", slip: "Right only for symmetric $A$." },
    { answer: "@k*A*x", slip: "One place is missing." },
  ],
  hints: ["$x$ stands twice.", "Hold one constant."],
  solution: [
    "Both places count.",
    "",
    "```claims",
    "rows:",
    '  - { function: "@k*x\'*A*x", wrt: x, numerator: "@k*x\'*(A + A\')", denominator: "@k*(A + A\')*x" }',
    '  - { function: "@k*x\'*A*x", wrt: x, slip: "@k*A*x" }',
    "```",
    "",
    "```derivation",
    'lines: ["@k*x\'*A*x", "@k*(dx\'*A*x + x\'*A*dx)", "@k*x\'*(A + A\')"]',
    "```",
  ].join("\n"),
};

const skills = { "collect-partials": "collect partials", "gradient-at-point": "evaluate a gradient" };
const topic = { id: "gradient", title: "Gradient", goal: "Collect.", needs: [], group: "Vectors", skills };
const source = { id: "snow", title: "Snow", sections: [{ id: "5.1", title: "Powers", topics: ["gradient"] }] };

/** A bank of one topic with these problems and this lesson. */
export function bankWith(problems: readonly unknown[], lesson?: string): BankInspection {
  return inspectBank([
    { path: "topics.yaml", text: stringify([topic]) },
    { path: "sources.yaml", text: stringify([source]) },
    { path: "01-gradient/problems.yaml", text: stringify(problems, { aliasDuplicateObjects: false }) },
    ...(lesson === undefined ? [] : [{ path: "01-gradient/lesson.md", text: lesson }]),
  ]);
}
