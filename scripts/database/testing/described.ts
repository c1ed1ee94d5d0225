import type pg from "pg";

const questions: Readonly<Record<string, string>> = {
  columns: `SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || (CASE WHEN a.attnotnull THEN ' not null' ELSE '' END)
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped`,
  constraints: `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace`,
  indexes: "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
  triggers: `SELECT pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal`,
  functions: "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
  enums: `SELECT typname || ': ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid
    WHERE typnamespace = 'public'::regnamespace GROUP BY typname`,
  sequences: "SELECT sequencename || ' ' || data_type FROM pg_sequences WHERE schemaname = 'public'",
};

/** All that a schema consists of, as sorted lines. */
export async function described(client: pg.Client): Promise<Readonly<Record<string, readonly string[]>>> {
  const answers: Record<string, readonly string[]> = {};
  for (const [what, sql] of Object.entries(questions)) {
    const { rows } = await client.query<[string]>({ text: sql, rowMode: "array" });
    answers[what] = rows.map(([line]) => line).sort();
  }
  return answers;
}
