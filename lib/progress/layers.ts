/** A topic and what it builds on. */
export interface Node {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Where a node stands: behind all that it needs, and beside the others of its layer. */
export interface Place {
  readonly id: string;
  /** From 0. */
  readonly layer: number;
  /** From 0, left to right. */
  readonly column: number;
}

const sweeps = 12;

/**
 * Arranges nodes in layers, each one behind the last of its needs. Within a layer they stand near what they are joined to, by
 * repeated barycentres (Sugiyama, Tagawa and Toda, 1981). Needs come before what needs them; what is not among the nodes is
 * left out.
 */
export function layered(nodes: readonly Node[]): readonly Place[] {
  const layerOf = new Map<string, number>();
  for (const { id, needs } of nodes) layerOf.set(id, Math.max(-1, ...needs.map((need) => layerOf.get(need) ?? -1)) + 1);
  let layers = group(nodes, layerOf);
  let best = layers;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    layers = swept(layers, nodes, sweep % 2 === 0);
    if (crossings(layers, nodes) < crossings(best, nodes)) best = layers;
  }
  return best.flatMap((ids, layer) => ids.map((id, column) => ({ id, layer, column })));
}

type Layers = readonly (readonly string[])[];

function group(nodes: readonly Node[], layerOf: ReadonlyMap<string, number>): Layers {
  const count = Math.max(-1, ...layerOf.values()) + 1;
  return Array.from({ length: count }, (_, layer) =>
    nodes.filter(({ id }) => layerOf.get(id) === layer).map(({ id }) => id),
  );
}

/** How far from the middle of its layer each node stands. */
function offsets(layers: Layers): ReadonlyMap<string, number> {
  return new Map(layers.flatMap((ids) => ids.map((id, at) => [id, at - (ids.length - 1) / 2] as const)));
}

/** Sorts each layer by where its needs stand or, upwards, by where those stand that need it. */
function swept(layers: Layers, nodes: readonly Node[], down: boolean): Layers {
  const order = layers.map((ids) => [...ids]);
  const steps = order.map((_, at) => (down ? at : order.length - 1 - at));
  for (const at of steps) {
    const place = offsets(order);
    const pull = new Map(
      (order[at] ?? []).map((id) => {
        const joined = nodes.flatMap((node) => {
          if (down) return node.id === id ? node.needs : [];
          return node.needs.includes(id) ? [node.id] : [];
        });
        const places = joined.flatMap((other) => place.get(other) ?? []);
        const own = place.get(id) ?? 0;
        return [id, places.length > 0 ? places.reduce((a, b) => a + b, 0) / places.length : own] as const;
      }),
    );
    order[at]?.sort((a, b) => (pull.get(a) ?? 0) - (pull.get(b) ?? 0));
  }
  return order;
}

/** How often two lines between nodes cross, as far as they run between the same heights. */
function crossings(layers: Layers, nodes: readonly Node[]): number {
  const place = offsets(layers);
  const height = new Map(layers.flatMap((ids, layer) => ids.map((id) => [id, layer] as const)));
  const lines = nodes.flatMap(({ id, needs }) =>
    needs.flatMap((need) => {
      const [from, to, top, bottom] = [place.get(need), place.get(id), height.get(need), height.get(id)];
      return from === undefined || to === undefined ? [] : [{ from, to, top: top ?? 0, bottom: bottom ?? 0 }];
    }),
  );
  const cross = (a: (typeof lines)[number], b: (typeof lines)[number]) =>
    a.top < b.bottom && b.top < a.bottom && (a.from - b.from) * (a.to - b.to) < 0;
  return lines.reduce((sum, line, at) => sum + lines.slice(at + 1).filter((other) => cross(line, other)).length, 0);
}
