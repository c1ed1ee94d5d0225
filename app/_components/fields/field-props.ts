import type { ShownVerdict } from "@/app/_components/shown-verdict";
import type { Typed } from "./typed";
import type { Writing } from "./writing";

/** What every answer field is given. */
export interface FieldProps {
  /** What stands in the fields now. */
  readonly typed: Typed;
  /** Changes one field. */
  readonly set: (name: string, text: string) => void;
  /** Changes them all. */
  readonly replace: (typed: Typed) => void;
  readonly writing: Writing;
  /** Changes how it is written, and what is typed with it. */
  readonly rewrite: (writing: Writing, typed: Typed) => void;
  /** In characters. */
  readonly longest: number;
  /** What the verdict is about, and the verdict, once there is one. */
  readonly sent?: Typed;
  readonly verdict?: ShownVerdict;
}
