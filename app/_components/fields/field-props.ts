import type { ShownVerdict } from "@/app/_components/shown-verdict";
import type { Syntax } from "@/lib/expr";
import type { Typed } from "./typed";

/** What every answer field is given. */
export interface FieldProps {
  /** What stands in the fields now. */
  readonly typed: Typed;
  /** Changes one field. */
  readonly set: (name: string, text: string) => void;
  /** Changes them all. */
  readonly replace: (typed: Typed) => void;
  readonly syntax: Syntax;
  readonly setSyntax: (syntax: Syntax) => void;
  /** In characters. */
  readonly longest: number;
  /** What the verdict is about, and the verdict, once there is one. */
  readonly sent?: Typed;
  readonly verdict?: ShownVerdict;
}
