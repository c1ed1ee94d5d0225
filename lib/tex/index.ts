export { renderMarkdown } from "./markdown";
export { type MathOptions, renderMath } from "./math";
