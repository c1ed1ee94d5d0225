import { mkdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { dataFolder } from "./base/paths.mjs";
import { step } from "./base/step.mjs";
import { runScript, Trouble } from "./base/trouble.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

const usage = "Use: npm run backup, or npm run backup -- a-file.";

const stamp = (now) => now.toISOString().slice(0, 19).replaceAll(":", "-");

/** Writes all that the database holds into one file, while Nabla runs or while it does not. */
await runScript(async () => {
  const [asked, ...more] = process.argv.slice(2);
  if (more.length > 0 || asked?.startsWith("-")) throw new Trouble(usage);
  await ensureDependencies();
  const { withDatabase } = await import("./backup/database.mjs");
  const { takeBackup } = await import("./backup/take.mjs");
  const file = asked ?? join(dataFolder, "backups", `nabla-${stamp(new Date())}.backup`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const counts = await withDatabase(({ ownerUrl }) => step("Writing the backup", () => takeBackup({ ownerUrl, file })));
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const size = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${relative(".", file)}: ${rows} rows, ${counts.grade ?? 0} grades among them, ${size} MB.`);
});
process.exit();
