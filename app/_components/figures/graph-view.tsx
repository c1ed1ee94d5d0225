import { type ComputationGraph, type GraphNode, type Label, type Point, shortValue, smoothPath } from "@/lib/figures";
import styles from "./figures.module.css";
import { Picture } from "./picture";
import { SvgArrow } from "./svg-arrow";
import { SvgLabel } from "./svg-label";

const lineHeight = 17;
const padding = 9;
const gap = { across: 36, down: 18 };

interface Line {
  readonly words: string;
  readonly style: string | undefined;
}

/** What stands in a box below its name. */
function linesOf({ value, tangent, adjoint }: GraphNode): Line[] {
  return [
    { words: shortValue(value), style: styles.text },
    ...(tangent ? [{ words: `tangent ${shortValue(tangent)}`, style: styles.tangentText }] : []),
    ...(adjoint ? [{ words: `adjoint ${shortValue(adjoint)}`, style: styles.adjointText }] : []),
  ];
}

/** The name of a node, with the rule by which it is computed. */
function headOf({ name, rule }: GraphNode): Label {
  return rule ? [...name, { text: " = ", slanted: false }, ...rule] : name;
}

/** About how wide a text is; boxes have room to spare. */
const widthOf = (text: string): number => text.length * 6.5;

/** The sizes of the boxes, one height for all and one width a layer. */
function boxSizes({ nodes, layers }: ComputationGraph): { widths: readonly number[]; height: number } {
  const widthIn = (node: GraphNode): number => {
    const head = headOf(node).map(({ text }) => text);
    return Math.max(...[head.join(""), ...linesOf(node).map(({ words }) => words)].map(widthOf));
  };
  const widths = Array.from({ length: layers }, (_, layer) => {
    const own = nodes.filter(({ place }) => place[0] === layer).map(widthIn);
    return Math.max(66, ...own) + 2 * padding;
  });
  const lines = 1 + Math.max(...nodes.map((node) => linesOf(node).length));
  return { widths, height: lines * lineHeight + 2 * padding - 4 };
}

/** The steps of a computation from left to right, with what flows forwards and backwards through them. */
export function GraphView({ figure, description }: { figure: ComputationGraph; description: string }) {
  const { widths, height } = boxSizes(figure);
  const starts = widths.map((_, k) => widths.slice(0, k).reduce((sum, width) => sum + width + gap.across, 2));
  const down = height + gap.down;
  const size = { width: (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + 2, height: figure.rows * down };
  const boxOf = ([layer]: Point) => ({ width: widths[layer] ?? 0, height });
  const place = ([layer, row]: Point): Point => [
    (starts[layer] ?? 0) + (widths[layer] ?? 0) / 2,
    size.height / 2 + row * down,
  ];
  return (
    <div className="scroll-x">
      <Picture {...size} description={description} className={styles.wide}>
        {figure.edges.map(({ from, to, through }) => {
          const points = through.map(place);
          const [first, last] = [points[0] as Point, points.at(-1) as Point];
          const start: Point = [first[0] + boxOf(through[0] as Point).width / 2, first[1]];
          const end: Point = [last[0] - boxOf(through.at(-1) as Point).width / 2, last[1]];
          return (
            <g key={`${from} ${to}`}>
              <path d={smoothPath([start, ...points.slice(1, -1), [end[0] - 8, end[1]]])} className={styles.edge} />
              <SvgArrow from={[end[0] - 9, end[1]]} to={end} stroke="thin" />
            </g>
          );
        })}
        {figure.nodes.map((node, k) => (
          <NodeBox
            key={node.place.join()}
            node={node}
            centre={place(node.place)}
            box={boxOf(node.place)}
            last={k === figure.nodes.length - 1}
          />
        ))}
      </Picture>
    </div>
  );
}

function NodeBox({
  node,
  centre: [x, y],
  box,
  last,
}: {
  node: GraphNode;
  centre: Point;
  box: { width: number; height: number };
  last: boolean;
}) {
  const lines = linesOf(node);
  const top = y - (lines.length * lineHeight) / 2 + 4;
  const look = `${styles.box} ${node.rule ? "" : styles.input} ${last ? styles.result : ""}`;
  return (
    <g>
      <rect x={x - box.width / 2} y={y - box.height / 2} {...box} rx={6} className={look} />
      <text x={x} y={top} textAnchor="middle" className={styles.text}>
        <SvgLabel label={headOf(node)} />
      </text>
      {lines.map(({ words, style }, k) => (
        <text key={words} x={x} y={top + (k + 1) * lineHeight} textAnchor="middle" className={style}>
          {words}
        </text>
      ))}
    </g>
  );
}
