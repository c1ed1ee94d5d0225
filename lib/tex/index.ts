export { renderMarkdown } from "./markdown";
export { type MathOptions, renderMath } from "./math";
export { matrixToTex } from "./matrix";
