import { readFileSync } from "node:fs";
import { sourcesOfApp } from "../pages/app-pages";
import { actionsOfBuild } from "./call";
import { changes } from "./changes";
import { reads } from "./reads";

/** The methods that a route answers, as its file exports them. */
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** "GET /api/v1/courses" for every page and every method of every route. */
function callables(): readonly string[] {
  return sourcesOfApp().flatMap(({ file, address }) => {
    if (file.endsWith("page.tsx")) return [`GET ${address}`];
    const exported = [...readFileSync(file, "utf8").matchAll(/^export .*$/gm)].map(([line]) => line).join("\n");
    return methods
      .filter((method) => new RegExp(`\\b${method}\\b`).test(exported))
      .map((method) => `${method} ${address}`);
  });
}

/** The pattern that answers an address, as the framework chooses: word by word, what is fixed before what varies. */
function patternOf(address: string, patterns: readonly string[]): string | undefined {
  const parts = (address.split("?")[0] ?? "").split("/");
  const fits = patterns.filter((pattern) => {
    const own = pattern.split("/");
    const takesRest = own.at(-1)?.startsWith("[...") === true;
    if (takesRest ? parts.length < own.length : parts.length !== own.length) return false;
    return own.every((part, at) => part.startsWith("[") || part === parts[at]);
  });
  const freedom = (pattern: string) => pattern.replace(/[^[.]/g, "").length;
  return fits.sort((one, other) => freedom(one) - freedom(other))[0];
}

/** The addresses, methods and actions that no row of the tables tries, and rows that try what is not there. */
export function gaps(): { readonly missing: readonly string[]; readonly gone: readonly string[] } {
  const all = callables();
  const patterns = [...new Set(all.map((callable) => callable.split(" ")[1] ?? ""))];
  const actions = [...actionsOfBuild().keys()];
  const tried = [
    ...reads.map(({ name }) => `GET ${name}`),
    ...changes.map(({ what }) => what).filter((what) => what.includes(" ")),
  ].map((row) => {
    const [method = "", address = ""] = row.split(" ");
    return `${method} ${patternOf(address, patterns) ?? address}`;
  });
  const called = changes.map(({ what }) => what).filter((what) => !what.includes(" "));
  const [wanted, rows] = [new Set([...all, ...actions]), new Set([...tried, ...called])];
  return {
    missing: [...wanted].filter((each) => !rows.has(each)),
    gone: [...rows].filter((each) => !wanted.has(each)),
  };
}
