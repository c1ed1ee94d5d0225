import { auditProblem } from "../../lib/audit";
import { type BankFile, describeBankError, readPack } from "../../lib/problems";

/** Tests the problems of a pack as importing would, but for what only the database knows. */
export function checkPack(files: readonly BankFile[]): string | undefined {
  const { rows, errors } = readPack(files);
  const found = [
    ...errors,
    ...rows.flatMap(({ problem, errors: own, placeOf }) =>
      problem && own.length === 0 ? auditProblem(problem, (_, field = []) => placeOf(field), "author").findings : own,
    ),
  ];
  if (found.length > 0) return found.map(describeBankError).join("\n");
  process.stdout.write(`${rows.length} problems, nothing wrong with them.\n`);
  return undefined;
}
