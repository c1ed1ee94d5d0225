import { FigureView } from "@/app/_components/figures/figure-view";
import { Formula } from "@/app/_components/formula";
import { Prose } from "@/app/_components/prose";
import type { ContentView, PartView } from "@/lib/services";
import { Anchors } from "@/lib/tex";
import { Claims } from "./claims";
import { Derivation } from "./derivation";

/** Running text with its blocks. With `anchored` its headings and paragraphs can be linked to. */
export function Content({ content, anchored }: { content: ContentView; anchored?: boolean }) {
  const anchors = anchored ? new Anchors() : undefined;
  return (
    <div className={anchored ? "content lesson" : "content"}>
      {content.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
        <Part key={index} part={part} anchors={anchors} />
      ))}
    </div>
  );
}

function Part({ part, anchors }: { part: PartView; anchors: Anchors | undefined }) {
  switch (part.kind) {
    case "prose":
      return <Prose markdown={part.markdown} anchors={anchors} />;
    case "claims":
      return <Claims {...part} />;
    case "derivation":
      return <Derivation {...part} />;
    case "definition":
      return (
        <div className="block-definition">
          <Formula tex={part.tex} display />
        </div>
      );
    case "figure":
      return <FigureView figure={part.figure} />;
  }
}
