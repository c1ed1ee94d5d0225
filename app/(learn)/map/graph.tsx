import type { MapTopicView } from "@/lib/services";
import styles from "./map.module.css";
import { inLines, standingInWords, topicInWords } from "./words";

const box = { width: 122, height: 78 } as const;
const step = { x: 130, y: 114 } as const;
const margin = 14;
const lettersInLine = 17;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The topics in layers, each a link, with a line to each that it builds on. Read in teaching order. */
export function Graph({ topics }: { topics: readonly MapTopicView[] }) {
  const widest = Math.max(...widths(topics));
  const size = {
    width: widest * step.x + 2 * margin,
    height: (Math.max(...topics.map(({ layer }) => layer)) + 1) * step.y - (step.y - box.height) + 2 * margin,
  };
  const places = new Map(topics.map((topic) => [topic.id, placeOf(topic, topics, size.width)]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not hold a drawing
    <svg className={styles.graph} viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label="Map of topics">
      <Patterns />
      <g>
        {topics.flatMap(({ id, needs }) =>
          needs.map((need) => <Edge key={`${need.id} ${id}`} from={places.get(need.id)} to={places.get(id)} />),
        )}
      </g>
      {topics.map((topic) => (
        <Node key={topic.id} topic={topic} at={places.get(topic.id) ?? { x: 0, y: 0 }} />
      ))}
    </svg>
  );
}

/** How many topics stand in each layer. */
function widths(topics: readonly MapTopicView[]): number[] {
  const counts: number[] = [];
  for (const { layer } of topics) counts[layer] = (counts[layer] ?? 0) + 1;
  return counts.map((count) => count ?? 0);
}

/** The upper left corner of a topic's box; each layer stands in the middle. */
function placeOf({ layer, column }: MapTopicView, topics: readonly MapTopicView[], width: number): Point {
  const beside = widths(topics)[layer] ?? 1;
  const left = (width - beside * step.x) / 2 + (step.x - box.width) / 2;
  return { x: left + column * step.x, y: margin + layer * step.y };
}

/** Stripes for what is practised, so that the colours need not be told apart. */
function Patterns() {
  return (
    <defs>
      <pattern id="practised" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="6" className={styles.stripes} />
      </pattern>
    </defs>
  );
}

function Edge({ from, to }: { from: Point | undefined; to: Point | undefined }) {
  if (!from || !to) return null;
  const [x1, y1, x2, y2] = [from.x + box.width / 2, from.y + box.height, to.x + box.width / 2, to.y];
  const bend = (y2 - y1) / 2;
  return <path className={styles.edge} d={`M${x1} ${y1} C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`} />;
}

function Node({ topic, at }: { topic: MapTopicView; at: Point }) {
  const { id, title, grasp, mastery, due, ready, missing } = topic;
  const lines = inLines(title, lettersInLine);
  const state = ready ? styles.ready : grasp === "new" && missing.length > 0 ? styles.later : "";
  const x = at.x + 9;
  return (
    <a href={`/topics/${id}`} className={`${styles.node} ${state}`} aria-label={topicInWords(topic)}>
      <rect className={styles.box} x={at.x} y={at.y} width={box.width} height={box.height} rx="7" />
      {lines.map((line, index) => (
        <text key={line} className={styles.title} x={x} y={at.y + 17 + 13.5 * index}>
          {line}
        </text>
      ))}
      <text className={styles.words} x={x} y={at.y + box.height - 15}>
        {standingInWords(topic)}
      </text>
      {grasp !== "new" && (
        <>
          <rect className={styles.track} x={x} y={at.y + box.height - 10} width={box.width - 18} height="5" rx="2.5" />
          <rect
            className={styles[grasp]}
            fill={grasp === "practised" ? "url(#practised)" : undefined}
            x={x}
            y={at.y + box.height - 10}
            width={Math.max(4, (box.width - 18) * mastery)}
            height="5"
            rx="2.5"
          />
        </>
      )}
      {due > 0 && (
        <>
          <circle className={styles.badge} cx={at.x + box.width - 4} cy={at.y + 4} r="10" />
          <text className={styles.count} x={at.x + box.width - 4} y={at.y + 8}>
            {due}
          </text>
        </>
      )}
    </a>
  );
}
