import { forms } from "../grade";
import type { Bank, BankError, BankInspection } from "../problems";
import { uncovered } from "./coverage";

const least = { inTopic: 6, inAll: 400 };

/** What the bank must have as a whole, whoever wrote which part of it. */
export function auditWhole({ bank, placeIn }: Pick<BankInspection, "bank" | "placeIn">): BankError[] {
  const about = (topic: string, field: string, message: string): BankError => {
    return { ...placeIn("topics.yaml", topic, [field]), entry: topic, message };
  };
  const practised = new Set(bank.problems.flatMap(({ skills }) => skills));
  const ofTopics = bank.topics.flatMap(({ id, skills }) => {
    const count = bank.problems.filter(({ topic }) => topic === id).length;
    const few = count < least.inTopic;
    const idle = Object.keys(skills).filter((skill) => !practised.has(skill));
    return [
      ...(few ? [about(id, "id", `a topic has at least ${least.inTopic} problems, this one has ${count}`)] : []),
      ...idle.map((skill) => about(id, "skills", `no problem practises the skill ${skill}`)),
    ];
  });
  const ofAll = shortcomings(bank).map((message) => ({ path: "topics.yaml", line: 1, message }));
  return [...ofTopics, ...ofAll, ...uncovered({ bank, placeIn })];
}

function shortcomings({ problems }: Bank): string[] {
  const found: string[] = [];
  const drawn = problems.filter(({ parameters }) => parameters !== undefined).length;
  if (problems.length < least.inAll)
    found.push(`the bank has at least ${least.inAll} problems, now ${problems.length}`);
  if (3 * drawn < problems.length)
    found.push(`a third of the problems are drawn from parameters, now ${drawn} of ${problems.length}`);
  const known = new Set(problems.map(({ problem }) => problem.form ?? "derivative"));
  for (const form of forms) if (!known.has(form)) found.push(`no problem asks for the form ${form}`);
  for (const input of ["latex", "grid"] as const)
    if (!problems.some((problem) => problem.input === input)) found.push(`no problem starts as ${input}`);
  return found;
}
