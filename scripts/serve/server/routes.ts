import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  readonly staticRoutes: readonly Row[];
  readonly dynamicRoutes: readonly Row[];
}

interface Row {
  readonly page: string;
  readonly regex: string;
}

/** The pattern of the route that answers a path, "/problems/[id]": what may be counted and written down, with nobody's id in it. */
export type RoutePattern = (path: string) => string;

/** The routes of the build. */
export function routePatterns(root: string): RoutePattern {
  const text = readFileSync(join(root, ".next", "routes-manifest.json"), "utf8");
  const { staticRoutes, dynamicRoutes } = JSON.parse(text) as Manifest;
  return patternIn([...staticRoutes, ...dynamicRoutes]);
}

/** The first row whose expression takes the path, as the framework looks them up. */
export function patternIn(rows: readonly Row[]): RoutePattern {
  const patterns = rows.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (path) => {
    if (path.startsWith("/_next/")) return "/_next";
    return patterns.find(({ regex }) => regex.test(path))?.page ?? "none";
  };
}
