import { type Complaint, fail, ok, type Result } from "../../base";
import { jacobian, trace } from "../../diff";
import { lower } from "../../evaluate";
import { scopeOf } from "../../shape";
import { misfit } from "../complaints";
import type { Point, RotatingFrame } from "../figure";
import { M, numbersOf, readExpression, toMatrix } from "../formula";
import type { FieldsOf } from "../schema";

/** Turns a column by t. */
const rotation = "[cos(t), -sin(t); sin(t), cos(t)]";

const columns = ([a, b, c, d]: readonly number[]): readonly [Point, Point] => [
  [a ?? 0, c ?? 0],
  [b ?? 0, d ?? 0],
];

/** The columns of the rotation by an angle, and those of its derivative by the angle. */
export function readRotatingFrame({ title, angle }: FieldsOf<"rotating-frame">): Result<RotatingFrame, Complaint> {
  const scope = scopeOf({ variables: { t: { shape: [] } } });
  const read = readExpression("angle", rotation, scope);
  if (!read.ok) return read;
  const program = lower(read.value.shaped, new Map(), scope);
  if (!program.ok) return fail(misfit("angle", "this is too large"));
  const there = trace(program.value, M, new Map([["t", toMatrix(1, 1, [angle])]]));
  const axes = columns(numbersOf(there.value));
  const tangents = columns(numbersOf(jacobian(there, M, "t", { rows: 1, cols: 1 })));
  return ok({ kind: "rotating-frame", title, angle, axes, tangents });
}
