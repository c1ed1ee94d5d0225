import { defineConfig } from "prisma/config";

// Reading the schema needs no database, so a missing address is an error only for the commands that use one.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "node scripts/run.mjs prisma/seed.ts" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
