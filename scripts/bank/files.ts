import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BankFile } from "../../lib/problems";

/** The files of the bank, in order; below the working folder, which is the root. */
export function bankFiles(folder = join(process.cwd(), "prisma", "bank")): BankFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /[.](ya?ml|md)$/.test(path),
  );
  return paths
    .sort()
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(folder, path), "utf8") }));
}
