import katex, { type KatexOptions } from "katex";
import { keeping } from "../base";
import { escapeHtml } from "./escape";

/** How a formula stands: in a line of text, or on lines of its own. */
export interface MathOptions {
  readonly display?: boolean;
}

/** Longer sources are shown as they were typed: nobody reads such a formula, and typesetting it takes seconds. */
const longestSource = 10_000;

/** So many cells of tables together take a second. */
const mostCells = 1_000;

/** In a class many look at the same formulas. Long ones are kept by nobody: each may be another. */
const kept = keeping<string>(2_000);
const longestKept = 500;

const settings: KatexOptions = {
  output: "htmlAndMathml",
  trust: false,
  strict: "ignore",
  throwOnError: true,
  maxExpand: 500,
  maxSize: 20,
};

/**
 * Typesets TeX as HTML with MathML beside it for screen readers. Never throws: what KaTeX refuses is shown as its source.
 * The HTML is safe to insert whatever the source is; commands that could link, load or style are not trusted.
 */
export function renderMath(tex: string, { display = false }: MathOptions = {}): string {
  if (tex.length > longestSource || cellsIn(tex) > mostCells) return asSource(tex.slice(0, longestSource), display);
  if (tex.length > longestKept) return typeset(tex, display);
  return kept(`${display} ${tex}`, () => typeset(tex, display));
}

const cellsIn = (tex: string): number => tex.split("&").length;

function typeset(tex: string, display: boolean): string {
  try {
    const html = katex.renderToString(tex, {
      ...settings,
      displayMode: display,
    });
    return display ? `<span class="formula scroll-x">${html}</span>` : html;
  } catch {
    return asSource(tex, display);
  }
}

function asSource(tex: string, display: boolean): string {
  const layout = display ? " formula scroll-x" : "";
  return `<code class="tex-source${layout}" title="This formula could not be typeset">${escapeHtml(tex)}</code>`;
}
