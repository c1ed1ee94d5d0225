/** What `renderMath` of lib/tex or `texToMathml` of lib/expr gave, put in its place. */
export function Typeset({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup comes from lib/tex or lib/expr, which let no markup of others through
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

/** What `renderMarkdown` of lib/tex gave, put in its place. */
export function TypesetProse({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup comes from lib/tex, which sanitises it
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
