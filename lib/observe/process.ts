type Name = "nablaRequests" | "nablaHost" | "nablaMetrics" | "nablaPools";

/**
 * What this process has one of, made on first use. It is kept beside the modules, because the HTTP server and the application in it
 * are bundled apart, and a development server loads modules again and again.
 */
export function onePerProcess<T>(name: Name, make: () => T): T {
  const kept = globalThis as typeof globalThis & { [N in Name]?: unknown };
  kept[name] ??= make();
  return kept[name] as T;
}
