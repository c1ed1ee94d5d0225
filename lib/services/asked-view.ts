import { type ProblemRecord, toPublicRecord } from "../problems";
import type { Declarations } from "../shape";
import { fieldOf } from "./fields";
import { pointOf } from "./formulas";
import type { Question } from "./grader/question";
import type { AskedView } from "./views";

/** How an answer field starts. */
type InputKind = Parameters<typeof fieldOf>[1];

/** What a record asks for, as a page may know it. */
export function askedBy(full: ProblemRecord, input: InputKind, question: () => Question): AskedView {
  const {
    variables,
    functions,
    where = [],
    wrt = null,
    form = "derivative",
    indices = [],
    at = {},
  } = toPublicRecord(full);
  const declarations: Declarations = { variables, ...(functions && { functions }) };
  return {
    declarations,
    where,
    wrt,
    form,
    indices,
    at: pointOf(at, declarations),
    field: fieldOf(full, input, question),
  };
}

/** What blocks within a problem's texts may leave out. */
export function surroundings({ variables, functions, where, function: source, wrt }: ProblemRecord) {
  return {
    variables,
    ...(functions && { functions }),
    ...(where && { where }),
    ...(source !== undefined && { function: source }),
    ...(wrt !== undefined && { wrt }),
  };
}
