import { stringify } from "yaml";
import type { AnswerText, AuthoredProblem } from "../../problems";
import { readable } from "../answer-text";
import { emptyDraft, type ProblemDraft, type VariableDraft } from "./draft";
import { otherLayout } from "./draft-parts";

/** A problem as its author would have typed it. */
export function draftOfProblem(problem: AuthoredProblem): ProblemDraft {
  const { form = "", variables = {}, function: source = "", wrt = "", reference = "", ...more } = problem.problem;
  return {
    ...emptyDraft,
    title: problem.title,
    topicId: problem.topic,
    skills: problem.skills,
    difficulty: problem.difficulty === undefined ? "" : String(problem.difficulty),
    sources: problem.sources.join(", "),
    statement: problem.statement,
    variables: Object.entries(variables as object).map(([name, variable]) => variableText(name, variable)),
    form: form === "derivative" ? "" : String(form),
    function: String(source),
    wrt: String(wrt),
    reference: String(reference),
    more: yamlText(more),
    policy: problem.policy,
    alike: problem.layouts === "alike",
    input: problem.input,
    parameters: yamlText(problem.parameters ?? {}),
    ...typedAnswers(problem),
    answer: problem.answer === undefined ? "" : answerText(problem.answer),
    spoiled: problem.spoiled.map(({ answer, slip }) => ({ answer: answerText(answer), slip })),
    hints: problem.hints,
    solution: problem.solution ?? "",
  };
}

/** The right answers by layout; one that follows from the other is left to follow. */
function typedAnswers({ answers, layouts, problem }: AuthoredProblem): Partial<AuthoredProblem["answers"]> {
  if (!answers) return {};
  const { numerator, denominator } = answers;
  const follows = (own: string, other: string) => own === otherLayout(other, String(problem.form), layouts === "alike");
  if (follows(numerator, denominator)) return { denominator };
  return follows(denominator, numerator) ? { numerator } : answers;
}

/** An answer as it stands in a field: lines under each other, cells with their names. */
export function answerText(answer: AnswerText): string {
  return readable(answer);
}

/** A variable in full, or by its shape alone. */
function variableText(name: string, declared: unknown): VariableDraft {
  const { shape = [], assume = [] } = Array.isArray(declared) ? { shape: declared } : (declared as Declared);
  return { name, shape: shape.join(" x "), assume: assume.join(", ") };
}

interface Declared {
  readonly shape?: readonly (string | number)[];
  readonly assume?: readonly string[];
}

function yamlText(fields: object): string {
  return Object.keys(fields).length === 0
    ? ""
    : stringify(fields, { lineWidth: 0, flowCollectionPadding: true }).trim();
}
