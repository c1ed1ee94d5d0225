import { runScript, Trouble } from "./base/trouble.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

const usage = "Use: npm run migrate (with DATABASE_URL), or npm run migrate:new -- a-name-for-the-change.";

await runScript(async () => {
  await ensureDependencies();
  const { applyPending, writeMigration } = await import("./database/migrations.mjs");
  const [command, ...words] = process.argv.slice(2);
  if (command === undefined) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Trouble(`DATABASE_URL is not set. ${usage}`);
    const { applied } = await applyPending({ url, ownerUrl: process.env.MIGRATION_DATABASE_URL || url });
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  } else if (command === "new" && words.length > 0) {
    const written = await writeMigration(words.join("-"));
    console.log(written ? `Wrote ${written}.` : "The migrations already lead to prisma/schema.prisma.");
  } else throw new Trouble(usage);
});

// The engine leaves a timer behind that would hold the process for ten seconds.
process.exit();
