import { type Complaint, fail, type Result } from "../base";
import { misfit } from "./complaints";
import type { Figure } from "./figure";
import { readCriticalPoints } from "./kinds/critical-points";
import { readGraph } from "./kinds/graph";
import { readLevelCurves } from "./kinds/level-curves";
import { readLinearApproximation } from "./kinds/linear-approximation";
import { readRotatingFrame } from "./kinds/rotating-frame";
import { readShapes } from "./kinds/shapes";
import { readSubdifferential } from "./kinds/subdifferential";
import { readTangentLine } from "./kinds/tangent-line";
import { type FigureFields, figureSchema } from "./schema";

/**
 * Reads a figure from the fields of its block and computes every number that is drawn. A complaint names the field: a
 * formula that cannot be read, a point without a value, a fan that does not touch the graph from below.
 */
export function readFigure(value: unknown): Result<Figure, Complaint> {
  const key = JSON.stringify(value) ?? "";
  const before = known.get(key);
  if (before) return before;
  const read = readAnew(value);
  if (known.size >= mostKnown) known.clear();
  known.set(key, read);
  return read;
}

/** Figures by their fields: the same fields are the same figure, and a page asks for its figures again and again. */
const known = new Map<string, Result<Figure, Complaint>>();
const mostKnown = 300;

function readAnew(value: unknown): Result<Figure, Complaint> {
  const fields = figureSchema.safeParse(value);
  if (fields.success) return compute(fields.data);
  const issue = fields.error.issues[0];
  return fail(misfit(issue?.path.join(".") || "kind", issue?.message ?? "is no figure"));
}

function compute(fields: FigureFields): Result<Figure, Complaint> {
  switch (fields.kind) {
    case "level-curves":
      return readLevelCurves(fields);
    case "tangent-line":
      return readTangentLine(fields);
    case "linear-approximation":
      return readLinearApproximation(fields);
    case "rotating-frame":
      return readRotatingFrame(fields);
    case "subdifferential":
      return readSubdifferential(fields);
    case "critical-points":
      return readCriticalPoints(fields);
    case "graph":
      return readGraph(fields);
    case "shapes":
      return readShapes(fields);
  }
}
