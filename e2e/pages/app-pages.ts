import { readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The addresses that the app's folders make: "/topics/[id]". Folders in round brackets are not part of an address. */
export function pagesOfApp(): readonly string[] {
  return addressesOf("page.tsx");
}

/** The addresses that answer with something other than a page. */
export function routesOfApp(): readonly string[] {
  return addressesOf("route.ts");
}

/** The files that answer addresses, each with its own. */
export function sourcesOfApp(): readonly { readonly file: string; readonly address: string }[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => ["page.tsx", "route.ts"].includes(path.split(sep).at(-1) ?? ""))
    .map((path) => ({ file: join("app", path), address: addressOf(path) }));
}

function addressesOf(name: string): readonly string[] {
  return sourcesOfApp()
    .filter(({ file }) => file.split(sep).at(-1) === name)
    .map(({ address }) => address)
    .sort();
}

function addressOf(path: string): string {
  const parts = dirname(path)
    .split(sep)
    .filter((part) => part !== "." && !part.startsWith("("));
  return `/${parts.join("/")}`;
}
