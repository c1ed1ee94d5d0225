import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../base/paths.mjs";

/**
 * A registry that lacks the builds of some packages for other systems makes `npm install` leave them out of
 * package-lock.json, and `npm ci` then refuses the file, here and everywhere. This finds them and writes them back:
 * node scripts/install/complete-lock.mjs.
 */

/** Where a package looks for another one, innermost first. */
function places(path, name) {
  const above = path.lastIndexOf("/node_modules/");
  const here = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
  if (path === "") return [here];
  return [here, ...places(above < 0 ? "" : path.slice(0, above), name)];
}

/** The optional dependencies that the lock file names and does not hold. */
export function missingFrom(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, license, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !places(path, name).some((place) => packages[place]))
      .map(([name, version]) => ({ name, version, license, dev })),
  );
}

const systems = ["darwin", "win32", "windows", "android", "freebsd", "linux"];
const processors = ["arm64", "x64", "ia32", "wasm32", "arm"];

/** What the lock file says of a build for one system, read off its name. */
function entryFor({ name, version, license, dev }) {
  const words = name.split(/[-/]/);
  const system = systems.find((word) => words.includes(word));
  const processor = processors.find((word) => words.includes(word));
  const library = words.includes("musl") ? "musl" : system === "linux" && /gnu/.test(name) ? "glibc" : undefined;
  return {
    version: version.replace(/^[\^~]/, ""),
    ...(processor && { cpu: [processor] }),
    ...(dev && { dev }),
    ...(library && { libc: [library] }),
    license,
    optional: true,
    ...(system && { os: [system === "windows" ? "win32" : system] }),
  };
}

function complete(file) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingFrom(lock.packages);
  for (const build of missing) lock.packages[`node_modules/${build.name}`] = entryFor(build);
  const byName = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(byName) }, null, 2)}\n`);
  return missing.map(({ name }) => name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const added = complete(join(root, "package-lock.json"));
  console.log(added.length > 0 ? `Added ${added.join(", ")}.` : "The lock file is complete.");
}
