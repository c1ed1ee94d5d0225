import { readdirSync } from "node:fs";
import { dirname, sep } from "node:path";

/** The addresses that the app's folders make: "/topics/[id]". Folders in round brackets are not part of an address. */
export function pagesOfApp(): readonly string[] {
  return addressesOf("page.tsx");
}

/** The addresses that answer with something other than a page. */
export function routesOfApp(): readonly string[] {
  return addressesOf("route.ts");
}

function addressesOf(file: string): readonly string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => path.split(sep).at(-1) === file)
    .map(addressOf)
    .sort();
}

function addressOf(path: string): string {
  const parts = dirname(path)
    .split(sep)
    .filter((part) => part !== "." && !part.startsWith("("));
  return `/${parts.join("/")}`;
}
