import { step } from "./base/step.mjs";
import { runScript, Trouble } from "./base/trouble.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

const usage = "Use: npm run restore -- a-file, and --replace after it to give up what the database holds now.";

/** Makes the database what a backup says. Nothing of it is changed where that does not work out. */
await runScript(async () => {
  const words = process.argv.slice(2);
  const replace = words.includes("--replace");
  const [file, ...more] = words.filter((word) => word !== "--replace");
  if (!file || more.length > 0 || file.startsWith("-")) throw new Trouble(usage);
  await ensureDependencies();
  const { withDatabase } = await import("./backup/database.mjs");
  const { restoreBackup } = await import("./backup/restore.mjs");
  const { takenAt, counts, applied } = await withDatabase((urls) =>
    step("Restoring", () => restoreBackup({ ...urls, file, replace })),
  );
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`The backup of ${takenAt} is in place: ${rows} rows, ${counts.grade ?? 0} grades among them.`);
  if (applied.length > 0) console.log(`Applied since: ${applied.join(", ")}.`);
});
process.exit();
