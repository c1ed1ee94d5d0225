import type { z } from "zod";
import { claimsBlock, derivationBlock, figureBlock } from "./blocks";
import { withNumbers } from "./fill";
import { type LineError, readYaml } from "./yaml";

/** Where a part begins, from line 1 of its text; rows and lines of a block have lines of their own. */
interface Placed {
  readonly line: number;
}

/** Markdown between blocks. */
export interface ProsePart extends Placed {
  readonly kind: "prose";
  readonly markdown: string;
}

export interface ClaimsPart extends Placed, z.infer<typeof claimsBlock> {
  readonly kind: "claims";
  readonly rowLines: readonly number[];
}

export interface DerivationPart extends Placed, z.infer<typeof derivationBlock> {
  readonly kind: "derivation";
}

/** TeX that is shown and not graded. */
export interface DefinitionPart extends Placed {
  readonly kind: "definition";
  readonly tex: string;
}

/** A figure; its fields are those of the author. */
export interface FigurePart extends Placed {
  readonly kind: "figure";
  readonly fields: z.infer<typeof figureBlock>;
}

/** A piece of a lesson or a solution, in the order of reading. */
export type LessonPart = ProsePart | ClaimsPart | DerivationPart | DefinitionPart | FigurePart;

type BlockKind = Exclude<LessonPart["kind"], "prose">;

const opening = /^(\s*)```(claims|derivation|definition|figure)\s*$/;
const closing = /^\s*```\s*$/;

/** A text taken apart, with all that is wrong in its blocks. A block that cannot be read is left out. */
export interface PartsRead {
  readonly parts: readonly LessonPart[];
  readonly errors: readonly LineError[];
}

/** Takes Markdown apart into prose and blocks. */
export function readParts(markdown: string): PartsRead {
  const lines = markdown.split("\n");
  const parts: LessonPart[] = [];
  const errors: LineError[] = [];
  let prose: string[] = [];
  let inCode = false;
  const endProse = (before: number): void => {
    const text = prose.join("\n");
    if (text.trim() !== "") parts.push({ kind: "prose", line: before - prose.length + 1, markdown: text });
    prose = [];
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, indent = "", kind] = inCode ? [] : (opening.exec(line) ?? []);
    if (kind === undefined) {
      if (/^\s*```/.test(line)) inCode = !inCode;
      prose.push(line);
      continue;
    }
    endProse(at);
    const end = lines.findIndex((each, k) => k > at && closing.test(each));
    const body = lines.slice(at + 1, end < 0 ? lines.length : end);
    if (indent !== "") errors.push({ line: at + 1, message: "a block stands at the margin" });
    else if (end < 0) errors.push({ line: at + 1, message: `this ${kind} block has no end` });
    else readBlock(kind as BlockKind, body, at + 1, parts, errors);
    at = end < 0 ? lines.length : end;
  }
  endProse(lines.length);
  return { parts, errors };
}

function readBlock(
  kind: BlockKind,
  body: readonly string[],
  line: number,
  parts: LessonPart[],
  errors: LineError[],
): void {
  const text = body.join("\n");
  if (kind === "definition") {
    if (text.trim() === "") errors.push({ line, message: "this definition is empty" });
    else parts.push({ kind, line, tex: text.trim() });
    return;
  }
  const yaml = readYaml(text);
  if (!yaml.ok) {
    errors.push({ ...yaml.error, line: line + yaml.error.line });
    return;
  }
  const lineOf = (path: readonly (string | number)[]): number => line + yaml.value.lineOf(path);
  const read = readFields(kind, withNumbers(yaml.value.value, kind === "figure"), line);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      const known = path.filter((key) => typeof key !== "symbol");
      const field = known.join(".");
      errors.push({ line: lineOf(known), message: `${kind}${field && `, ${field}`}: ${message}` });
    }
    return;
  }
  const part = read.data;
  parts.push(part.kind === "claims" ? { ...part, rowLines: part.rows.map((_, k) => lineOf(["rows", k])) } : part);
}

type Read = { success: true; data: LessonPart } | { success: false; error: z.ZodError };

function readFields(kind: Exclude<BlockKind, "definition">, value: unknown, line: number): Read {
  if (kind === "claims") {
    const read = claimsBlock.safeParse(value);
    return read.success ? { success: true, data: { kind, line, rowLines: [], ...read.data } } : read;
  }
  if (kind === "derivation") {
    const read = derivationBlock.safeParse(value);
    return read.success ? { success: true, data: { kind, line, ...read.data } } : read;
  }
  const read = figureBlock.safeParse(value);
  return read.success ? { success: true, data: { kind, line, fields: read.data } } : read;
}
