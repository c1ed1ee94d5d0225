import type { Form } from "../problem";
import { truthReaders } from "../truth";
import { choice } from "./choice";
import { comparing } from "./expressions";
import type { FormReader } from "./form";
import { set } from "./set";
import { shape } from "./shape";
import { stationary } from "./stationary";
import { steps } from "./steps";
import { table } from "./table";
import { value } from "./value";

/** How each form reads its problem and judges answers to it (contract, section 4). */
export const formReaders: { readonly [F in Form]: FormReader } = {
  derivative: comparing(truthReaders.derivative),
  hessian: comparing(truthReaders.hessian),
  differential: comparing(truthReaders.differential),
  vec: comparing(truthReaders.vec),
  index: comparing(truthReaders.index),
  value,
  stationary,
  set,
  shape,
  choice,
  steps,
  table,
};
