import { join } from "node:path";
import { estimateMissing, loadBank } from "../lib/services";
import { closeDatabase } from "../lib/store";

/** Brings the database in DATABASE_URL up to the bank, and estimates up to answers; run from the root at each start. */
try {
  const { topics, problems, newVersions } = await loadBank(join(process.cwd(), "prisma", "bank"));
  console.log(`${topics} topics, ${problems} problems, ${newVersions} new versions.`);
  await estimateMissing();
} finally {
  await closeDatabase();
}
