import type { Line, Point, Window } from "../figure";

/** Values of a function on a regular grid: `values[j][i]` at the i-th x and the j-th y. */
export interface Grid {
  readonly window: Window;
  readonly values: readonly (readonly number[])[];
}

/** Evaluates a function at so many points a side. */
export function sampleGrid(f: (x: number, y: number) => number, window: Window, points: number): Grid {
  const along = ([from, to]: readonly [number, number], k: number): number => from + ((to - from) * k) / (points - 1);
  const values = Array.from({ length: points }, (_, j) =>
    Array.from({ length: points }, (_, i) => f(along(window.x, i), along(window.y, j))),
  );
  return { window, values };
}

/** The corners of a cell in order around it: (0,0), (1,0), (1,1), (0,1). Its side k runs from corner k to the next. */
const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** Sides that are cut are joined in pairs; where all four are, the value in the middle says which belong together. */
function pairsOf(cut: readonly number[], first: boolean, middle: boolean): readonly (readonly [number, number])[] {
  const [a, b, c, d] = cut;
  if (a === undefined || b === undefined) return [];
  if (c === undefined || d === undefined) return [[a, b]];
  return first === middle
    ? [
        [0, 1],
        [2, 3],
      ]
    : [
        [3, 0],
        [1, 2],
      ];
}

/**
 * The lines along which a sampled function has a value, by marching squares: each cell of the grid is crossed by straight
 * pieces between the points where its sides reach the level, and pieces that meet are joined. Cells with a corner without
 * value are left out.
 */
export function contour(grid: Grid, level: number): readonly Line[] {
  const points = new Map<string, Point>();
  const links = new Map<string, string[]>();
  const at = (i: number, j: number): number => grid.values[j]?.[i] ?? Number.NaN;

  const crossing = (i: number, j: number, side: number): string => {
    const [a, b] = [corners[side] as readonly [number, number], corners[(side + 1) % 4] as readonly [number, number]];
    const ends = [[i + a[0], j + a[1]] as const, [i + b[0], j + b[1]] as const].sort(
      (p, q) => p[0] - q[0] || p[1] - q[1],
    );
    const [p, q] = ends as [readonly [number, number], readonly [number, number]];
    const key = `${p[0]},${p[1]},${q[0] - p[0]}`;
    if (!points.has(key)) points.set(key, between(grid, p, q, (level - at(...p)) / (at(...q) - at(...p))));
    return key;
  };
  const link = (from: string, to: string): void => {
    links.set(from, [...(links.get(from) ?? []), to]);
    links.set(to, [...(links.get(to) ?? []), from]);
  };

  const side = grid.values.length - 1;
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const around = corners.map(([di, dj]) => at(i + di, j + dj));
      if (!around.every(Number.isFinite)) continue;
      const above = around.map((v) => v >= level);
      const cut = [0, 1, 2, 3].filter((k) => above[k] !== above[(k + 1) % 4]);
      const middle = around.reduce((sum, v) => sum + v, 0) / 4 >= level;
      for (const [a, b] of pairsOf(cut, above[0] as boolean, middle)) link(crossing(i, j, a), crossing(i, j, b));
    }
  }
  return joined(points, links);
}

/** The point a share of the way from one grid point to the next. */
function between(
  { window, values }: Grid,
  p: readonly [number, number],
  q: readonly [number, number],
  share: number,
): Point {
  const step = values.length - 1;
  const x = window.x[0] + ((window.x[1] - window.x[0]) * (p[0] + (q[0] - p[0]) * share)) / step;
  const y = window.y[0] + ((window.y[1] - window.y[0]) * (p[1] + (q[1] - p[1]) * share)) / step;
  return [x, y];
}

/** A level that runs through a point of the grid cuts two sides in the same place. */
const samePoint = (a: Point | undefined, b: Point): boolean => a !== undefined && a[0] === b[0] && a[1] === b[1];

/** Follows the links from point to point: first the lines that have ends, then the closed ones. */
function joined(points: ReadonlyMap<string, Point>, links: ReadonlyMap<string, readonly string[]>): readonly Line[] {
  const seen = new Set<string>();
  const follow = (start: string): Line => {
    const line: Point[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const point = points.get(at) as Point;
      if (!samePoint(line.at(-1), point)) line.push(point);
      at = links.get(at)?.find((next) => !seen.has(next));
    }
    const last = line.at(-1);
    const closes = line.length > 2 && links.get(start)?.length === 2;
    return closes && last ? [...line, line[0] as Point] : line;
  };
  const ends = [...links.keys()].filter((key) => links.get(key)?.length === 1);
  return [...ends, ...links.keys()]
    .filter((key) => !seen.has(key))
    .flatMap((key) => (seen.has(key) ? [] : [follow(key)]));
}
