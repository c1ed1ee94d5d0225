import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { modulePath, root } from "../base/paths.mjs";

/**
 * Prisma's own schema engine, in its WebAssembly form, so that nothing has to be downloaded. It fills
 * `_prisma_migrations` as the ordinary command line does, which can therefore take over at any time.
 */

const noFilter = { externalTables: [], externalEnums: [] };

export const schemaFile = join(root, "prisma", "schema.prisma");
export const migrationsFolder = join(root, "prisma", "migrations");

const schema = () => ({
  tag: "schemaDatamodel",
  files: [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }],
});

/** The database that the engine is connected to. */
const database = () => ({ ...schema(), tag: "schemaDatasource", configDir: root });

/** The migrations on disk, as the engine wants them. */
function migrationsList(folder) {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const lock = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

/** PostgreSQL's numbers for its types "char", which the catalogue uses, and text. */
const catalogueChar = 18;
const text = 25;

/**
 * The engine reads columns of the type "char" out of the catalogue, which the adapter refuses: we let it read them as
 * text and tell the engine that they are characters.
 */
class CataloguePg extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const performIO = adapter.performIO.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    const charColumns = new WeakMap();

    adapter.performIO = async (query) => {
      const result = await performIO(query);
      const chars = (result.fields ?? []).filter((field) => field.dataTypeID === catalogueChar);
      for (const field of chars) field.dataTypeID = text;
      charColumns.set(query, new Set(chars.map((field) => field.name)));
      return result;
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const chars = charColumns.get(query);
      const columnTypes = result.columnTypes.map((type, column) =>
        chars?.has(result.columnNames[column]) ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

let loaded = false;

/** The package expects a bundler to import its WebAssembly; under plain Node we hand it over ourselves. */
async function loadEngine() {
  if (loaded) return;
  const bytes = readFileSync(modulePath("@prisma", "schema-engine-wasm", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  loaded = true;
}

async function withEngine(url, work) {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CataloguePg(pool));
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[schemaFile, schema().files[0].content]] },
    () => undefined,
    adapter,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Applies what the database does not have yet; returns the names of what was applied. */
export function applyMigrations(url, folder = migrationsFolder) {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(folder),
      filters: noFilter,
    });
    return appliedMigrationNames;
  });
}

/** How the database's history differs from the folder's; `history` is null where they agree. */
export function diagnose(url, folder = migrationsFolder) {
  return withEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationsList(folder),
      optInToShadowDatabase: false,
      filters: noFilter,
    }),
  );
}

/** The SQL that leads from the database to the schema; empty where they agree. */
export function differenceToSchema(url) {
  return withEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: database(),
      to: schema(),
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    const sql = stdout ?? "";
    return sql.includes("This is an empty migration") ? "" : sql;
  });
}
