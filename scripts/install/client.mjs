import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runNode } from "../base/command.mjs";
import { fingerprint } from "../base/fingerprint.mjs";
import { modulePath, root } from "../base/paths.mjs";
import { step } from "../base/step.mjs";
import { causeOf, Trouble } from "../base/trouble.mjs";

const stamp = modulePath(".cache", "nabla", "prisma-client");

/** Writes the Prisma client that the schema describes, where it is missing or stale. */
export async function ensureClient() {
  const wanted = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const made = existsSync(stamp) && existsSync(join(root, "lib/store/generated")) && readFileSync(stamp, "utf8");
  if (made === wanted) return;
  await step("Generating the database client", async () => {
    // The command asks for the engine binary but does not use it; naming any program keeps it from downloading one.
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    };
    const { status, output } = await runNode([modulePath("prisma", "build", "index.js"), "generate"], { env });
    if (status !== 0)
      throw new Trouble(`The database client could not be generated: ${causeOf(output) ?? output.trim()}`);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}
