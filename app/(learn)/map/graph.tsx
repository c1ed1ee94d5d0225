import type { MapTopicView } from "@/lib/services";
import { drawingOf, type Placed } from "./drawing";
import { Due, GraphFrame, Stripes } from "./graph-frame";
import styles from "./map.module.css";
import { inLines, standingInWords } from "./words";

const measures = { box: { width: 122, height: 78 }, step: { width: 130, height: 114 }, margin: 14 } as const;
const { box } = measures;
const lettersInLine = 17;
const stripes = "stripes";

/** The map with names and numbers, for wide pages. */
export function Graph({ topics }: { topics: readonly MapTopicView[] }) {
  return (
    <>
      <svg aria-hidden="true" className="absolute size-0">
        <Stripes id={stripes} />
      </svg>
      <GraphFrame drawing={drawingOf(topics, measures)} className={styles.graph}>
        {({ topic, at }) => <Box topic={topic} at={at} />}
      </GraphFrame>
    </>
  );
}

function Box({ topic, at }: Placed) {
  const x = at.x + 9;
  return (
    <>
      <rect className={styles.box} x={at.x} y={at.y} width={box.width} height={box.height} rx="7" />
      {inLines(topic.title, lettersInLine).map((line, index) => (
        <text key={line} className={styles.title} x={x} y={at.y + 17 + 13.5 * index}>
          {line}
        </text>
      ))}
      <text className={styles.words} x={x} y={at.y + box.height - 15}>
        {standingInWords(topic)}
      </text>
      <Bar topic={topic} at={{ x, y: at.y + box.height - 10 }} />
      <Due count={topic.due} corner={{ x: at.x + box.width - 4, y: at.y + 4 }} radius={10} />
    </>
  );
}

function Bar({ topic: { grasp, mastery }, at: { x, y } }: Placed) {
  if (grasp === "new") return null;
  const width = box.width - 18;
  return (
    <>
      <rect className={styles.track} x={x} y={y} width={width} height="5" rx="2.5" />
      <rect
        className={styles[grasp]}
        fill={grasp === "practised" ? `url(#${stripes})` : undefined}
        x={x}
        y={y}
        width={Math.max(4, width * mastery)}
        height="5"
        rx="2.5"
      />
    </>
  );
}
