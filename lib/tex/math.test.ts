import { describe, expect, it } from "vitest";
import { renderMath } from "./math";

describe("renderMath", () => {
  it("sets a formula as HTML with MathML beside it", () => {
    const html = renderMath("x^\\top A x");
    expect(html).toContain('class="katex-mathml"');
    expect(html).toContain('class="katex-html"');
  });

  it("gives a display formula a box of its own to scroll in", () => {
    expect(renderMath("A", { display: true })).toMatch(/^<span class="formula scroll-x">/);
    expect(renderMath("A")).not.toContain("scroll-x");
  });

  it.each(["\\frac{1", "\\nosuchcommand", "x^^2", "}", "\\begin{bmatrix} 1"])("shows %s as its source", (tex) => {
    expect(renderMath(tex)).toMatch(/^<code class="tex-source"/);
  });

  it.each([
    ["a link", "\\href{javascript:alert(1)}{x}"],
    ["an address", "\\url{javascript:alert(1)}"],
    ["a picture", "\\includegraphics{http://example.org/x.png}"],
    ["a style", "\\htmlStyle{position:fixed}{x}"],
    ["an id", "\\htmlId{root}{x}"],
    ["an unknown command with markup", "\\<img src=x onerror=alert(1)>"],
    ["markup in text", "\\text{<script>alert(1)</script>}"],
    ["markup that is refused", "<img src=x onerror=alert(1)>\\frac{"],
  ])("does not let %s through", (_, tex) => {
    const html = renderMath(tex);
    expect(html).not.toMatch(/<(a|img|script)\b/i);
    expect(html).not.toMatch(/\sid=|style="[^"]*position/);
  });

  it("ends on a macro that would expand for ever", () => {
    expect(renderMath("\\def\\a{\\a\\a}\\a")).toContain("tex-source");
  });

  it("does not set a rule as large as a screen", () => {
    expect(renderMath("\\rule{1000em}{1000em}")).not.toContain("1000em;");
  });

  it.each([
    ["100,000 characters", "x+".repeat(50_000)],
    ["10,000 brackets", "{".repeat(5_000) + "}".repeat(5_000)],
    ["10,000 open brackets", "\\left(".repeat(1_600)],
  ])("answers %s with some text", (_, tex) => {
    expect(renderMath(tex).length).toBeGreaterThan(10);
  });
});
