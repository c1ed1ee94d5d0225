import { runNode } from "../base/command.mjs";
import { causeOf, Trouble } from "../base/trouble.mjs";

/** Loads the topics and problems of prisma/bank into the database. */
export async function loadBank(env) {
  const { status, output } = await runNode(["scripts/run.mjs", "prisma/seed.ts"], { env });
  if (status !== 0)
    throw new Trouble(`The bank of problems could not be loaded: ${causeOf(output) ?? `\n${output.trim()}`}`);
}
