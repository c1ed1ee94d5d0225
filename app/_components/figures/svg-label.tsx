import type { Label } from "@/lib/figures";
import styles from "./figures.module.css";

const shift = { sub: 0.22, sup: -0.38 } as const;

/** A name or formula inside an SVG text: letters slanted, what is raised or lowered in small. */
export function SvgLabel({ label }: { label: Label }) {
  let level = 0;
  return label.map(({ text, slanted, script }, at) => {
    const wanted = script ? shift[script] : 0;
    const size = script ? 0.75 : 1;
    const dy = (wanted - level) / size;
    level = wanted;
    return (
      <tspan
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a label never change places
        key={at}
        className={slanted ? styles.slanted : undefined}
        dy={dy === 0 ? undefined : `${dy.toFixed(3)}em`}
        fontSize={script ? "0.75em" : undefined}
      >
        {text}
      </tspan>
    );
  });
}

/** A name or formula in running HTML. */
export function HtmlLabel({ label }: { label: Label }) {
  return label.map(({ text, slanted, script }, at) => {
    const Tag = script ?? "span";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a label never change places
      <Tag key={at} className={slanted ? styles.slanted : undefined}>
        {text}
      </Tag>
    );
  });
}
