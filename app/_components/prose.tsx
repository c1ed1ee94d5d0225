import { type MarkdownOptions, renderMarkdown } from "@/lib/tex";
import { TypesetProse } from "./typeset";

/** Running text written in Markdown with formulas, set on the server. */
export function Prose({ markdown, anchors }: { markdown: string } & MarkdownOptions) {
  return <TypesetProse html={renderMarkdown(markdown, { anchors })} />;
}
