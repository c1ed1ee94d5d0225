export { checkShapes } from "./check";
export {
  type Assumption,
  assumptions,
  type Declaration,
  type Declarations,
  type FunctionDeclaration,
  type Scope,
  scopeOf,
} from "./declarations";
export { readSizes } from "./read-sizes";
export type { Checked, Wanted } from "./settle";
export {
  type CoreOp,
  isRow,
  isScalar,
  isSquare,
  isVector,
  numeratorShape,
  printShape,
  type Shape,
  type ShapedExpr,
  sameShape,
  transposed,
} from "./shaped";
export { fixedSize, namesIn, one, printSize, type Size, sameSize, size, sizeValue, times } from "./size";
export { wholeExpression } from "./whole";
