import { expect, it } from "vitest";
import { type AuthoredProblem, fillTemplate, inspectBank } from "../../lib/problems";
import { problemOfDraft } from "../../lib/services/authoring/read-draft";
import { draftOfProblem } from "../../lib/services/authoring/write-draft";
import { bankFiles } from "../bank/files";

/** Variables in full and numbers as numbers, whichever way they were written. */
const inFull = (problem: AuthoredProblem) => ({ ...problem, problem: fillTemplate(problem, {}).problem });

it("holds every problem of the bank in a draft, and gives it back as it was", () => {
  const { problems } = inspectBank(bankFiles()).bank;
  const back = problems.map((problem) => problemOfDraft(draftOfProblem(problem), problem.id));
  expect(back.map((read) => (read.ok ? inFull(read.value) : read.error))).toEqual(problems.map(inFull));
}, 120_000);
