import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Anchors, renderMarkdown } from "./markdown";

describe("renderMarkdown", () => {
  it("sets formulas in the line and on their own", () => {
    const html = renderMarkdown("The form $x^\\top A x$ is\n\n$$\n\\sum_i x_i^2\n$$\n");
    expect(html.match(/class="katex"/g)).toHaveLength(2);
    expect(html.match(/class="katex-display"/g)).toHaveLength(1);
    expect(html).not.toContain("language-math");
  });

  it("sets two dollars within a line as a formula of its own", () => {
    expect(renderMarkdown("Find\n\n$$x^2$$\n\nhere.").match(/class="katex-display"/g)).toHaveLength(1);
    expect(renderMarkdown("Find $x^2$ here.")).not.toContain("katex-display");
  });

  it("keeps a full stop with the short formula before it", () => {
    expect(renderMarkdown("Differentiate by $x$. Then stop.")).toMatch(
      /<span class="unbroken"><span class="katex">.*<\/span>\.<\/span> Then/,
    );
    expect(renderMarkdown("By $x$ then.")).not.toContain("unbroken");
    expect(renderMarkdown(`By $${"x + ".repeat(20)}x$.`)).not.toContain("unbroken");
  });

  it("sets formulas inside tables and lets the table scroll", () => {
    const html = renderMarkdown("| f | f' |\n| --- | --- |\n| $x^2$ | $2x$ |\n");
    expect(html).toMatch(/<div class="scroll-x"><table>/);
    expect(html.match(/class="katex"/g)).toHaveLength(2);
  });

  it.each([
    ["# One\n\n## Two", "<h2>One</h2>", "<h3>Two</h3>"],
    ["## One\n\n### Two", "<h2>One</h2>", "<h3>Two</h3>"],
    ["#### One\n\n###### Two", "<h2>One</h2>", "<h4>Two</h4>"],
  ])("begins the headings of %j at level 2", (markdown, first, second) => {
    const html = renderMarkdown(markdown);
    expect(html).toContain(first);
    expect(html).toContain(second);
  });

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a handler", '<img src="x" onerror="alert(1)">'],
    ["a frame", '<iframe src="javascript:alert(1)"></iframe>'],
    ["a form", '<form action="/x"><input name="y"></form>'],
    ["a script link", "[x](javascript:alert(1))"],
    ["a disguised script link", "[x](jav&#x09;ascript:alert(1))"],
    ["a data link", "[x](data:text/html;base64,PHNjcmlwdD4=)"],
    ["a foreign picture", "![x](https://example.org/x.png)"],
    ["a class of our own", '<span class="katex-html">x</span>'],
    ["a style", '<p style="position:fixed">x</p>'],
    ["a link in a formula", "$\\href{javascript:alert(1)}{x}$"],
    ["markup in a formula", "$\\text{<img src=x onerror=alert(1)>}$"],
    ["markup in a formula that is refused", "$<script>alert(1)</script>\\frac{$"],
    ["markup in code", "`<script>alert(1)</script>`"],
  ])("does not let %s through", (_, markdown) => {
    const html = renderMarkdown(markdown);
    expect(html).not.toMatch(/<(script|img|iframe|form|input|style)\b/i);
    expect(html).not.toMatch(/href="(javascript|data|jav)/i);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/<p[^>]*style=/);
    expect(html).not.toMatch(/<span class="katex-html">x/);
  });

  it("keeps ordinary links", () => {
    expect(renderMarkdown("[Topics](/topics)")).toContain('<a href="/topics">Topics</a>');
  });

  it("leaves no element with a handler or a script, whatever is typed", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "$",
      "`",
      "\n",
      "[",
      "](",
      ")",
      '"',
      "javascript:",
      "<img onerror=",
      "\\text{",
      "}",
      "x",
      "<a ",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), {
          maxLength: 30,
        }),
        (pieces) => {
          const html = renderMarkdown(pieces.join(""));
          expect(html).not.toMatch(/<(script|img|iframe|object)\b|<[a-z]+ [^>]*\bon\w+=|href="javascript/i);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ["10,000 brackets", "[".repeat(10_000)],
    ["10,000 quotes", ">".repeat(10_000)],
    ["more than is set", "word ".repeat(30_000)],
  ])("answers %s with some text", (_, markdown) => {
    expect(renderMarkdown(markdown).length).toBeGreaterThan(10);
  });
});

describe("anchors", () => {
  it("give headings and paragraphs addresses that go on from piece to piece", () => {
    const anchors = new Anchors();
    const first = renderMarkdown("## The law\n\nOne.\n\nTwo.", { anchors });
    const second = renderMarkdown("Three.\n\n## The law\n\nFour.", { anchors });
    expect(first).toContain('<h2 id="the-law"><a href="#the-law" class="anchor">The law</a></h2>');
    expect(first).toContain('<p id="the-law-1">One.</p>');
    expect(first).toContain('<p id="the-law-2">Two.</p>');
    expect(second).toContain('<p id="the-law-3">Three.</p>');
    expect(second).toContain('<h2 id="the-law-again-1">');
    expect(second).toContain('<p id="the-law-again-1-1">Four.</p>');
  });

  it("leave headings at the level they are written at", () => {
    expect(renderMarkdown("### Deep", { anchors: new Anchors() })).toContain("<h3");
    expect(renderMarkdown("### Deep")).toContain("<h2>");
  });
});
