import type { AuthoredProblem } from "../../problems";
import type { Prisma } from "../../store";
import type { VersionContent } from "./versions";

/** What a version of a problem says, as it is stored. */
export function contentOfProblem(problem: AuthoredProblem): VersionContent {
  const { title, statement, policy, parameters, answers, answer, spoiled } = problem;
  const { input, layouts, hints, solution, difficulty, skills, sources } = problem;
  return {
    title,
    statement,
    record: problem.problem,
    policy,
    parameters: parameters ?? null,
    answers: answers ?? { answer },
    spoiled,
    alike: layouts === "alike",
    input,
    hints,
    solution: solution ?? null,
    difficulty: difficulty ?? null,
    skills,
    sources,
  };
}

type StoredVersion = Pick<Prisma.ProblemVersionGetPayload<object>, keyof VersionContent>;

/** A stored version as a problem of the bank's format: the way back. */
export function problemOfVersion(version: StoredVersion, id: string, topic: string): AuthoredProblem {
  const { title, statement, policy, input, skills, sources, difficulty, solution } = version;
  const { answer, ...layouts } = version.answers as { answer?: AuthoredProblem["answer"] } & Record<string, string>;
  const parameters = version.parameters as AuthoredProblem["parameters"] | null;
  return {
    id,
    topic,
    title,
    statement,
    policy,
    input,
    skills,
    sources,
    problem: version.record as Record<string, unknown>,
    spoiled: version.spoiled as AuthoredProblem["spoiled"],
    hints: version.hints,
    ...(difficulty !== null && { difficulty }),
    ...(version.alike && { layouts: "alike" as const }),
    ...(parameters && { parameters }),
    ...(answer !== undefined && { answer }),
    ...(Object.keys(layouts).length > 0 && { answers: layouts as AuthoredProblem["answers"] }),
    ...(solution !== null && { solution }),
  };
}
