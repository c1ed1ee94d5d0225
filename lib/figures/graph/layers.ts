import type { GraphEdge, Line, Point } from "../figure";

/** A graph with a place for every node: layers from left to right, rows from top to bottom. */
export interface Laid {
  readonly places: readonly Point[];
  readonly edges: readonly GraphEdge[];
  readonly layers: number;
  readonly rows: number;
}

/** A node, or the place where a longer edge passes through a layer. */
interface Slot {
  readonly node?: number;
  readonly height: number;
  /** Slots of the layer before and of the layer after. */
  readonly before: Slot[];
  readonly after: Slot[];
  y: number;
}

/** The room that a passing edge takes, where a node takes 1. */
const passing = 0.5;

/** How many steps lie at most between a node and the inputs. */
function layersOf(from: readonly (readonly number[])[]): readonly number[] {
  const layers: number[] = [];
  for (const inputs of from)
    layers.push(inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((k) => layers[k] as number)));
  return layers;
}

const newSlot = (node?: number): Slot => ({
  node,
  height: node === undefined ? passing : 1,
  before: [],
  after: [],
  y: 0,
});

function join(a: Slot, b: Slot): void {
  a.after.push(b);
  b.before.push(a);
}

/** Stacks the slots of a layer around the middle line, in their order. */
function stack(layer: readonly Slot[]): void {
  let y = -layer.reduce((sum, slot) => sum + slot.height, 0) / 2;
  for (const slot of layer) {
    slot.y = y + slot.height / 2;
    y += slot.height;
  }
}

const mean = (slots: readonly Slot[]): number => slots.reduce((sum, { y }) => sum + y, 0) / slots.length;

/** Puts each slot of a layer near the middle of what it is joined to, layer by layer, forth and back. */
function untangle(layers: Slot[][]): void {
  const sweep = (order: readonly Slot[][], side: "before" | "after"): void => {
    for (const layer of order) {
      const wanted = new Map(layer.map((slot) => [slot, slot[side].length > 0 ? mean(slot[side]) : slot.y]));
      layer.sort((a, b) => (wanted.get(a) as number) - (wanted.get(b) as number));
      stack(layer);
    }
  };
  for (const layer of layers) stack(layer);
  for (let round = 0; round < 4; round++) {
    sweep(layers.slice(1), "before");
    sweep(layers.slice(0, -1).reverse(), "after");
  }
  sweep(layers.slice(1), "before");
}

/** Moves the slots of a layer, in their order, as near as may be to where each wants to be without touching the next. */
function settle(layer: readonly Slot[], wanted: readonly number[]): void {
  let offset = 0;
  const offsets = layer.map((slot, k) => {
    if (k > 0) offset += ((layer[k - 1] as Slot).height + slot.height) / 2;
    return offset;
  });
  const pools: { sum: number; count: number }[] = [];
  for (const [k, want] of wanted.entries()) {
    let pool = { sum: want - (offsets[k] as number), count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const moved = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  for (const [k, slot] of layer.entries()) slot.y = (moved[k] as number) + (offsets[k] as number);
}

/** Draws slots level with what they are joined to, so that edges run straight where they can. */
function straighten(layers: readonly (readonly Slot[])[]): void {
  const near = (slot: Slot): number => {
    const joined = [...slot.before, ...slot.after];
    return joined.length > 0 ? mean(joined) : slot.y;
  };
  for (let round = 0; round < 6; round++) for (const layer of layers) settle(layer, layer.map(near));
}

/** Lays a graph out; `from[k]` are the nodes that node k uses, all of them earlier ones. */
export function layOut(from: readonly (readonly number[])[]): Laid {
  const layerOf = layersOf(from);
  const layers: Slot[][] = Array.from({ length: Math.max(...layerOf) + 1 }, () => []);
  const slots = from.map((_, node) => newSlot(node));
  for (const [node, slot] of slots.entries()) layers[layerOf[node] as number]?.push(slot);

  const ways: { readonly from: number; readonly to: number; readonly slots: readonly Slot[] }[] = [];
  for (const [to, inputs] of from.entries()) {
    for (const source of inputs) {
      const between = layers.slice((layerOf[source] as number) + 1, layerOf[to]).map((layer) => {
        const slot = newSlot();
        layer.push(slot);
        return slot;
      });
      const way = [slots[source] as Slot, ...between, slots[to] as Slot];
      for (const [k, slot] of way.slice(1).entries()) join(way[k] as Slot, slot);
      ways.push({ from: source, to, slots: way });
    }
  }
  untangle(layers);
  straighten(layers);
  const all = layers.flat();
  const top = Math.min(...all.map(({ y, height }) => y - height / 2));
  const bottom = Math.max(...all.map(({ y, height }) => y + height / 2));
  for (const slot of all) slot.y -= (top + bottom) / 2;

  const places = slots.map(({ y }, node): Point => [layerOf[node] as number, y]);
  const edges = ways.map(({ from: source, to, slots: way }): GraphEdge => {
    const through: Line = way.map((slot, k): Point => [(layerOf[source] as number) + k, slot.y]);
    return { from: source, to, through };
  });
  return { places, edges, layers: layers.length, rows: bottom - top };
}
