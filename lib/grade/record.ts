import { z } from "zod";
import type { Seed } from "../base";
import { grade, readProblem } from "./grade";
import { badRecord } from "./problem";
import type { Verdict } from "./verdict";

/** One record of the contract: a problem with an answer to it. */
const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  problem: z.unknown(),
  answer: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]),
  syntax: z.enum(["text", "latex"]).default("text"),
});

/** Keys of an object in one order, so that the same problem always has the same text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const items = value as Readonly<Record<string, unknown>>;
  const entries = Object.keys(items).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonicalJson(items[key])}`).join()}}`;
}

/** What a record's verdict is drawn from: the problem as it stands, and the secret of whoever grades. */
export function seedOf(problem: unknown, secret: string): Seed {
  return `${secret}|${canonicalJson(problem)}`;
}

/** Grades one record. `id` comes back as it was given; a record that is no record is a bad problem. */
export function gradeRecord(
  record: unknown,
  secret: string,
): { readonly id: string | number | null; readonly verdict: Verdict } {
  const parsed = recordSchema.safeParse(record);
  const given = (record as { id?: unknown } | null)?.id;
  const id = typeof given === "string" || typeof given === "number" ? given : null;
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      id,
      verdict: { status: "bad-problem", error: badRecord(`${issue?.path.join(".") || "record"}: ${issue?.message}`) },
    };
  }
  const { problem, answer, syntax } = parsed.data;
  const key = readProblem(problem);
  if (!key.ok) return { id, verdict: { status: "bad-problem", error: key.error } };
  return { id, verdict: grade({ text: answer, syntax }, key.value, seedOf(problem, secret)) };
}
