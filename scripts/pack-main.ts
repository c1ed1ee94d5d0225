import { parseArgs } from "node:util";
import { exportPack, importPack, type PackStep, type PackView } from "../lib/services";
import { closeDatabase } from "../lib/store";
import { checkPack } from "./pack/check";
import { filesAt, writeFiles } from "./pack/files";
import { everybody, instructorNamed } from "./pack/people";

type Command = "check" | "export" | "import";

/** Runs a command about packs; what comes back is why it failed, for the person at the keyboard. */
export async function runPack(command: Command, words: readonly string[]): Promise<string | undefined> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { topic: { type: "string" }, ids: { type: "string" }, by: { type: "string" }, as: { type: "string" } },
  });
  const [path] = positionals;
  if (path === undefined) return "Name a file or a folder.";
  if (command === "check") return checkPack(filesAt(path));
  try {
    return command === "export" ? await exportTo(path, values) : await importFrom(path, values.as);
  } finally {
    await closeDatabase();
  }
}

interface Chosen {
  readonly topic?: string;
  readonly ids?: string;
  readonly by?: string;
}

async function exportTo(path: string, { topic, ids, by }: Chosen): Promise<string | undefined> {
  const viewer = by === undefined ? everybody : await instructorNamed(by);
  if (!viewer) return `There is no instructor ${by}.`;
  const chosen = ids === undefined ? (topic === undefined ? {} : { topicId: topic }) : { ids: ids.split(",") };
  const reply = await exportPack(viewer, { ...chosen, all: by === undefined });
  if (!reply.ok) return "There is nothing to export.";
  const written = writeFiles(path, reply.value);
  process.stdout.write(`Wrote ${reply.value.problems} problems to ${written.join(", ")}.\n`);
  return undefined;
}

async function importFrom(path: string, email: string | undefined): Promise<string | undefined> {
  if (email === undefined) return "Say whose the problems will be: --as email.";
  const viewer = await instructorNamed(email);
  if (!viewer) return `There is no instructor ${email}.`;
  const steps = importPack(viewer, filesAt(path));
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value.ok ? undefined : step.value.error.message;
    const failure = tell(step.value);
    if (failure !== undefined) return failure;
  }
}

/** Prints a step; a pack that is refused is a failure. */
function tell(step: PackStep): string | undefined {
  if (step.kind === "checking") {
    if (process.stderr.isTTY) process.stderr.write(`\r${step.done} of ${step.of} problems tested`);
    return undefined;
  }
  if (process.stderr.isTTY) process.stderr.write("\n");
  if (step.kind === "imported") {
    process.stdout.write(`${step.made} problems made, ${step.changed} changed.\n`);
    return undefined;
  }
  const reasons = reasonsOf(step.pack);
  if (reasons.length > 0) return `${reasons.join("\n")}\nNothing was imported.`;
  process.stdout.write("Nothing to import: all of it is there already.\n");
  return undefined;
}

function reasonsOf({ rows, errors }: PackView): readonly string[] {
  return [...errors, ...rows.flatMap(({ reasons }) => reasons)];
}
