export { type DroppedMarkup, type FoundFormula, type ReadMarkdown, readMarkdown, texComplaint } from "./formulas";
export { Anchors, type MarkdownOptions, renderMarkdown } from "./markdown";
export { type MathOptions, renderMath } from "./math";
export { matrixToTex } from "./matrix";
