import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BankFile } from "../../lib/problems";

/** A file of problems, or the files `problems.yaml` below a folder. */
export function filesAt(path: string): BankFile[] {
  if (!statSync(path).isDirectory()) return [{ path, text: readFileSync(path, "utf8") }];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((each) => /(^|[\\/])problems[.]ya?ml$/.test(each))
    .sort()
    .map((each) => ({ path: each.replaceAll("\\", "/"), text: readFileSync(join(path, each), "utf8") }));
}

interface Exported {
  readonly yaml: string;
  readonly files: readonly BankFile[];
}

/** One file, or below a folder one for each topic and its lesson beside it, as the bank has them. */
export function writeFiles(path: string, { yaml, files }: Exported): string[] {
  const wanted = /[.]ya?ml$/.test(path)
    ? [{ path, text: yaml }]
    : files.map((each) => ({ ...each, path: join(path, each.path) }));
  for (const file of wanted) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.text);
  }
  return wanted.map((file) => file.path);
}
