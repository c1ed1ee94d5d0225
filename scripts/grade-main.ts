import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { report } from "../lib/feedback";
import { gradeRecord } from "../lib/grade";

/** The longest line that is looked at, in characters. */
const longestLine = 2_000_000;

const badLine = (message: string): Record<string, unknown> => ({
  id: null,
  status: "bad-problem",
  error: { code: "syntax", message, start: 0, end: 0 },
});

/** A fault of ours on one record: said on standard error, and the answer is not held against anybody. */
function graded(record: unknown, secret: string): Record<string, unknown> {
  try {
    const { id, verdict } = gradeRecord(record, secret);
    return { id, ...report(verdict) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    return { id: (record as { id?: unknown } | null)?.id ?? null, status: "undecided" };
  }
}

/** The verdict on one line of input, as JSON. Nothing that stands in a line stops the stream. */
function gradeLine(line: string, secret: string): Record<string, unknown> {
  if (line.length > longestLine) return badLine("The line is too long.");
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return badLine("The line is no JSON.");
  }
  return graded(record, secret);
}

/** Reads one JSON record a line and writes one JSON verdict a line, in order, until the input ends. */
export async function gradeLines(input: Readable, output: Writable): Promise<void> {
  const secret = process.env.NABLA_SECRET ?? "nabla";
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const written = output.write(`${JSON.stringify(gradeLine(line, secret))}\n`);
    if (!written) await new Promise<void>((resolve) => output.once("drain", resolve));
  }
}
