import { z } from "zod";

const title = z.string().trim().min(1, "a figure needs a title: one sentence that says what is seen");
const formula = z.string().trim().min(1, "a formula is empty");
const number = z.number();
const range = z
  .tuple([number, number])
  .refine(([from, to]) => from < to, "a range goes from the lesser to the greater number");
const point = z.tuple([number, number]);
const numbers = z.union([number, z.array(number), z.array(z.array(number))]);
const dimension = z.union([z.string().regex(/^\p{L}[\p{L}\p{N}_]*$/u), z.int().min(1).max(20)]);

const curve = { title, function: formula, x: range };

/** The fields of a figure as its author writes them, by kind. */
export const figureSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("level-curves"),
    title,
    function: formula,
    x: range,
    y: range,
    levels: z.array(number).min(1).max(20).optional(),
    arrows: z.array(point).max(20).default([]),
  }),
  z.strictObject({ kind: z.literal("tangent-line"), ...curve, at: number }),
  z.strictObject({
    kind: z.literal("linear-approximation"),
    ...curve,
    at: number,
    "second-order": z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("rotating-frame"), title, angle: number }),
  z.strictObject({ kind: z.literal("subdifferential"), ...curve, at: number, slopes: range }),
  z.strictObject({
    kind: z.literal("critical-points"),
    title,
    functions: z.array(formula).min(1).max(4),
    x: range.default([-2, 2]),
    y: range.default([-2, 2]),
    at: point.default([0, 0]),
  }),
  z.strictObject({
    kind: z.literal("graph"),
    title,
    function: formula,
    at: z.record(z.string(), numbers),
    seed: z.record(z.string(), numbers).optional(),
    adjoints: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal("shapes"),
    title,
    product: formula,
    variables: z.record(z.string(), z.array(dimension).max(2)),
  }),
]);

export type FigureFields = z.output<typeof figureSchema>;

/** The fields of one kind. */
export type FieldsOf<Kind extends FigureFields["kind"]> = Extract<FigureFields, { kind: Kind }>;
