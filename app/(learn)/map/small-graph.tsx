import type { MapTopicView } from "@/lib/services";
import { drawingOf, type Placed } from "./drawing";
import { Due, GraphFrame, Stripes } from "./graph-frame";
import styles from "./map.module.css";

const measures = { box: { width: 32, height: 32 }, step: { width: 37, height: 50 }, margin: 7 } as const;
const { box } = measures;
const stripes = "small-stripes";

/** The map on a phone or beside other things: the topics by their numbers in teaching order, filled by how well they are had. */
export function SmallGraph({ topics }: { topics: readonly MapTopicView[] }) {
  return (
    <>
      <svg aria-hidden="true" className="absolute size-0">
        <Stripes id={stripes} />
      </svg>
      <GraphFrame drawing={drawingOf(topics, measures)} className={styles.small}>
        {({ topic, at }) => <Box topic={topic} at={at} />}
      </GraphFrame>
    </>
  );
}

function Box({ topic: { title, order, grasp, due }, at }: Placed) {
  const shape = { ...box, x: at.x, y: at.y, rx: 6 };
  return (
    <>
      <title>{title}</title>
      <rect className={styles.box} {...shape} />
      {grasp !== "new" && (
        <rect
          className={`${styles.filling} ${styles[grasp] ?? ""}`}
          fill={grasp === "practised" ? `url(#${stripes})` : undefined}
          {...shape}
        />
      )}
      <text
        className={`${styles.number} ${grasp === "mastered" ? styles.onFull : ""}`}
        x={at.x + box.width / 2}
        y={at.y + 20.5}
      >
        {order}
      </text>
      <Due count={due} corner={{ x: at.x + box.width - 2, y: at.y + 2 }} radius={8} />
    </>
  );
}
