import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * dependency-cruiser reads TypeScript, type-only imports included, with the compiler's JavaScript interface, which the
 * native compiler does not offer. We show it the last line that does, under the name it looks for.
 */
function lendCompiler(modules) {
  const link = join(modules, "dependency-cruiser", "node_modules", "typescript");
  if (existsSync(link)) return;
  mkdirSync(join(link, ".."), { recursive: true });
  symlinkSync(join(modules, "typescript-js"), link, "junction");
}

/**
 * Checks the imports of the tree at `root` against the table of rooms.
 *
 * @param {string} root  the folder that holds the rooms, which imports call @
 * @param {string} modules  the node_modules folder to take the tools from
 * @returns {Promise<{ files: number, violations: { rule: string, from: string, to: string }[] }>}
 */
export async function checkRooms(root, modules) {
  lendCompiler(modules);
  const { cruise } = await import("dependency-cruiser");
  const { default: config } = await import("../../.dependency-cruiser.mjs");
  const folders = ["app", "proxy.ts", "lib", "prisma", "e2e"].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    { ...config.options.enhancedResolveOptions, alias: { "@": root } },
  );
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { files: output.summary.totalCruised, violations };
}
