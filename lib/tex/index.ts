export { type FoundFormula, type ReadMarkdown, readMarkdown, texComplaint } from "./formulas";
export { renderMarkdown } from "./markdown";
export { type MathOptions, renderMath } from "./math";
export { matrixToTex } from "./matrix";
