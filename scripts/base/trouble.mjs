/** Something the person at the keyboard can act on: one clear sentence, no stack. */
export class Trouble extends Error {}

const causes = [
  [/ENOSPC|No space left on device|disk quota exceeded|EDQUOT/i, "the disk is full; free some space and start again"],
  [/EROFS|Read-only file system/i, "the folder is on a read-only disk"],
  [/EACCES|EPERM|Permission denied/i, "this user has no permission to write there"],
  [/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/i, "the network could not be reached"],
];

/** What stands behind an error or a tool's output, in words, where we know it. */
export function causeOf(text) {
  return causes.find(([pattern]) => pattern.test(text))?.[1];
}

/** Puts what was being done in front of what went wrong. */
export function troubleWith(what, error) {
  const text = error instanceof Error ? `${error.code ?? ""} ${error.message}` : String(error);
  const path = error instanceof Error && error.path ? ` (${error.path})` : "";
  return new Trouble(`${what}${path}: ${causeOf(text) ?? lastLine(text)}.`);
}

function lastLine(text) {
  const lines = text.trim().split("\n");
  return (lines.at(-1) ?? "unknown reason").trim().replace(/\.$/, "");
}

/** Runs a script to its end: trouble is one sentence and exit code 1, anything else is a defect and shows its stack. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Trouble) console.error(`\n${error.message}`);
    else {
      const cause = causeOf(`${error?.code ?? ""} ${error?.message ?? error}`);
      if (cause) console.error(`\n${troubleWith("Nabla had to stop", error).message}`);
      else console.error(error);
    }
    process.exitCode = 1;
  }
}
