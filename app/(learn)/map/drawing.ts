import type { MapTopicView } from "@/lib/services";

/** How large the boxes of a drawing are, and how far apart they stand. */
export interface Measures {
  readonly box: Size;
  readonly step: Size;
  readonly margin: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A topic with the upper left corner of its box. */
export interface Placed {
  readonly topic: MapTopicView;
  readonly at: Point;
}

/** Where everything stands: the boxes, and a curve from each to what builds on it. */
export interface Drawing {
  readonly size: Size;
  readonly boxes: readonly Placed[];
  readonly edges: readonly { readonly key: string; readonly path: string }[];
}

/** Draws the topics in layers, each layer in the middle. */
export function drawingOf(topics: readonly MapTopicView[], { box, step, margin }: Measures): Drawing {
  const beside = widths(topics);
  const size = {
    width: Math.max(...beside) * step.width + 2 * margin,
    height: (beside.length - 1) * step.height + box.height + 2 * margin,
  };
  const placeOf = ({ layer, column }: MapTopicView): Point => {
    const left = (size.width - (beside[layer] ?? 1) * step.width) / 2 + (step.width - box.width) / 2;
    return { x: left + column * step.width, y: margin + layer * step.height };
  };
  const boxes = topics.map((topic) => ({ topic, at: placeOf(topic) }));
  const places = new Map(boxes.map(({ topic, at }) => [topic.id, at]));
  const edges = boxes.flatMap(({ topic: { id, needs }, at: to }) =>
    needs.flatMap((need) => {
      const from = places.get(need.id);
      return from ? [{ key: `${need.id} ${id}`, path: curve(from, to, box) }] : [];
    }),
  );
  return { size, boxes, edges };
}

/** How many topics stand in each layer. */
function widths(topics: readonly MapTopicView[]): readonly number[] {
  const counts: number[] = [];
  for (const { layer } of topics) counts[layer] = (counts[layer] ?? 0) + 1;
  return counts;
}

/** From the foot of one box to the head of another. */
function curve(from: Point, to: Point, box: Size): string {
  const [x1, y1, x2, y2] = [from.x + box.width / 2, from.y + box.height, to.x + box.width / 2, to.y];
  const bend = (y2 - y1) / 2;
  return `M${x1} ${y1} C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}
