import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const resolve = {
  alias: [
    // Next resolves this marker by itself; under test it means nothing.
    { find: "server-only", replacement: here("./scripts/build/server-only.mjs") },
    { find: /^@\//, replacement: here("./") },
  ],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["{lib,scripts,app,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: ["{lib,scripts,app,prisma}/**/*.integration.test.ts"],
          globalSetup: ["./scripts/test/integration-database.ts"],
          setupFiles: ["./scripts/test/integration-file.ts"],
          // A database is copied only while nobody else is at it.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
