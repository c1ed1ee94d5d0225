import { describe, expect, it } from "vitest";
import { Anchors, renderMarkdown } from "./markdown";
import { renderMath } from "./math";
import { hostileMarkdown, hostileTex } from "./testing/hostile";

/** What a page may hold that came from somebody's text. Nothing else may, so nothing has to be thought of. */
const tags = new Set(
  `a annotation blockquote br code del div em g h1 h2 h3 h4 h5 h6 hr li line math menclose mfrac mi mn mo mover mpadded
  mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover ol p path pre section
  semantics span strong sup svg table tbody td th thead tr ul`.split(/\s+/),
);
const attributes = new Set(
  `aria-describedby aria-hidden aria-label align accent accentunder class columnalign columnlines columnspacing d data-footnote-backref
  data-footnote-ref data-footnotes dir display displaystyle encoding fence form height href id linebreak linethickness lspace
  mathbackground mathcolor mathsize mathvariant maxsize minsize notation preserveAspectRatio rowalign rowlines rowspacing rspace
  scriptlevel separator side start stretchy style symmetric title viewBox voffset width x1 x2 xmlns y1 y2`.split(/\s+/),
);

/** Only sizes, places and colours come from a formula; nothing that loads or covers the page. */
const loads = /url\s*\(|expression|position:\s*fixed|@import|javascript/i;

interface Tag {
  readonly name: string;
  readonly given: readonly (readonly [name: string, value: string])[];
}

/** The elements of HTML that a serialiser has written: every "<" in it begins one. */
function elementsOf(html: string): readonly Tag[] {
  const found = [...html.matchAll(/<(?!\/)([^\s>/]+)((?:\s+[^\s=>]+(?:="[^"]*"|=[^\s">]+)?)*)\s*\/?>/g)];
  const opened = html.match(/<(?!\/)/g)?.length ?? 0;
  expect(found.length, "every sign < begins an element").toBe(opened);
  return found.map(([, name = "", rest = ""]) => ({
    name,
    given: [...rest.matchAll(/([^\s=]+)(?:="([^"]*)"|=([^\s">]+))?/g)].map(([, key = "", quoted, bare]) => [
      key,
      quoted ?? bare ?? "",
    ]),
  }));
}

function expectHarmless(html: string): void {
  for (const { name, given } of elementsOf(html)) {
    expect(tags, `<${name}>`).toContain(name);
    for (const [key, value] of given) {
      expect(attributes, `<${name} ${key}>`).toContain(key);
      if (key === "href") expect(value).toMatch(/^(https?:|mailto:|#|\/|[^:]*$)/i);
      if (key === "style") expectSmall(value);
    }
  }
}

/** A style places and colours, and covers no more than a formula may. */
function expectSmall(style: string): void {
  expect(style).not.toMatch(loads);
  for (const [size] of style.matchAll(/\d+(?:[.]\d+)?(?=em)/g)) expect(Number(size)).toBeLessThan(3_000);
}

/** Work is bounded where what comes of it is: so many characters for each that was sent, and some to begin with. */
function expectBounded(html: string, text: string): void {
  expect(html.length).toBeGreaterThan(0);
  expect(html.length).toBeLessThan(200_000 + 400 * text.length);
}

describe("hostile Markdown", () => {
  it.each(hostileMarkdown)("neither throws, runs nor grows: %s", (_, text) => {
    const html = renderMarkdown(text, { anchors: new Anchors() });
    expectHarmless(html);
    if (html !== "") expectBounded(html, text);
  });
});

describe("hostile TeX", () => {
  it.each(hostileTex)("neither throws, runs nor grows: %s", (_, tex) => {
    const html = renderMath(tex, { display: true });
    expectHarmless(html);
    expectBounded(html, tex);
  });

  it.each(hostileTex.filter(([, tex]) => tex.length < 1_000))("is as harmless within Markdown: %s", (_, tex) => {
    expectHarmless(renderMarkdown(`$${tex}$\n\n$$\n${tex}\n$$`));
  });

  it("leaves nothing behind for the next formula", () => {
    const before = renderMath("\\frac{1}{2} \\sqrt{x}");
    for (const [, tex] of hostileTex.filter(([, each]) => /def|let|command/.test(each))) renderMath(tex);
    expect(renderMath("\\frac{1}{2} \\sqrt{x}")).toBe(before);
  });
});

describe("the look for what runs", () => {
  it.each([
    "<script>alert(1)</script>",
    '<p onclick="x">',
    '<a href="javascript:alert(1)">',
    '<p style="background:url(x)">',
    '<span title="a" onload=x>',
    "<p <script",
  ])("sees %s", (html) => {
    expect(() => expectHarmless(html)).toThrow();
  });
});
