import { join } from "node:path";
import { loadBank } from "../lib/services";
import { closeDatabase } from "../lib/store";

/** Brings the database in DATABASE_URL up to the bank; run from the root at each start. */
try {
  const { topics, problems, newVersions } = await loadBank(join(process.cwd(), "prisma", "bank"));
  console.log(`${topics} topics, ${problems} problems, ${newVersions} new versions.`);
} finally {
  await closeDatabase();
}
