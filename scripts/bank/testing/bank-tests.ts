import { describe, expect, it } from "vitest";
import { auditLesson, auditProblem } from "../../../lib/audit";
import { describeBankError, inspectBank } from "../../../lib/problems";
import { bankFiles } from "../files";

/** Fifty draws take a second or two, more on a busy machine. */
const patience = 120_000;

/** One test for each lesson and each problem of a share of the topics: the same checks as `npm run bank`. */
export function testTopics(isMine: (order: number) => boolean): void {
  const { bank, placeOf } = inspectBank(bankFiles());
  for (const topic of bank.topics.filter(({ order }) => isMine(order))) {
    describe(topic.id, () => {
      it(
        "has a sound lesson",
        () => {
          expect(auditLesson(topic).findings.map(describeBankError)).toEqual([]);
        },
        patience,
      );

      const own = bank.problems.filter((problem) => problem.topic === topic.id);
      it.each(own.map((problem) => [problem.id, problem] as const))(
        "%s is sound",
        (_, problem) => {
          expect(auditProblem(problem, placeOf).findings.map(describeBankError)).toEqual([]);
        },
        patience,
      );
    });
  }
}
