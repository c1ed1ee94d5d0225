import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

function filesUnder(path, skip) {
  if (!existsSync(path) || skip(relative(root, path))) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name), skip));
}

/**
 * One text that changes when any of the files does.
 *
 * @param {string[]} paths  files and folders, from the root
 * @param {(path: string) => boolean} [skip]
 */
export function fingerprint(paths, skip = () => false) {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "");
  for (const file of paths.flatMap((path) => filesUnder(join(root, path), skip))) {
    hash.update(`\n${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}
