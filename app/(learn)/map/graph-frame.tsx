import type { ReactNode } from "react";
import type { MapTopicView } from "@/lib/services";
import type { Drawing, Placed } from "./drawing";
import styles from "./map.module.css";
import { topicInWords } from "./words";

interface Props {
  drawing: Drawing;
  className: string | undefined;
  /** What stands in a topic's box, and the box itself. */
  children: (placed: Placed) => ReactNode;
}

/** The topics of a map, each a link, with a line to each that it builds on. Read in teaching order. */
export function GraphFrame({ drawing: { size, boxes, edges }, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not hold a drawing
    <svg className={className} viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label="Map of topics">
      <g>
        {edges.map(({ key, path }) => (
          <path key={key} className={styles.edge} d={path} />
        ))}
      </g>
      {boxes.map((placed) => (
        <a
          key={placed.topic.id}
          href={`/topics/${placed.topic.id}`}
          className={`${styles.node} ${stateOf(placed.topic)}`}
          aria-label={topicInWords(placed.topic)}
        >
          {children(placed)}
        </a>
      ))}
    </svg>
  );
}

function stateOf({ ready, grasp, missing }: MapTopicView): string | undefined {
  if (ready) return styles.ready;
  return grasp === "new" && missing.length > 0 ? styles.later : "";
}

/** How many skills of a topic are due, on the corner of its box. */
export function Due({ count, corner: { x, y }, radius }: { count: number; corner: Placed["at"]; radius: number }) {
  if (count === 0) return null;
  return (
    <>
      <circle className={styles.badge} cx={x} cy={y} r={radius} />
      <text className={styles.count} x={x} y={y + 4}>
        {count}
      </text>
    </>
  );
}

/** Stripes for what is practised, so that the colours need not be told apart. Each drawing has its own. */
export function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="6" className={styles.stripes} />
      </pattern>
    </defs>
  );
}
