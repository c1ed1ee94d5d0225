import type { Line, Point, Window } from "../figure";
import { widthOf } from "./scale";

/** The room around a plot, for the numbers on its axes. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A window of the plane on the screen: how large it is drawn, and where a point of it lies, y downwards. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  /** The plot itself, inside the margins. */
  readonly plot: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  place(point: Point): Point;
}

/** Fits a window into a width. Without a height, a unit is as long on one axis as on the other. */
export function screenOf(window: Window, width: number, margins: Margins, height?: number): Screen {
  const across = width - margins.left - margins.right;
  const down =
    height === undefined ? (across * widthOf(window.y)) / widthOf(window.x) : height - margins.top - margins.bottom;
  const plot = { left: margins.left, top: margins.top, width: across, height: down };
  return {
    width,
    height: down + margins.top + margins.bottom,
    plot,
    place: ([x, y]) => [
      plot.left + ((x - window.x[0]) / widthOf(window.x)) * plot.width,
      plot.top + ((window.y[1] - y) / widthOf(window.y)) * plot.height,
    ],
  };
}

const short = (n: number): string => String(Math.round(n * 100) / 100);

/** A line as the path of an SVG. */
export function pathOf(line: Line, screen: Screen): string {
  return line.map((point, k) => `${k === 0 ? "M" : "L"}${screen.place(point).map(short).join(" ")}`).join("");
}

/** The head of an arrow as the path of an SVG; it shrinks with an arrow that is shorter than it. */
export function arrowHead(from: Point, to: Point, size: number): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return "";
  const long = Math.min(size, length * 0.7);
  const [u, v] = [dx / length, dy / length];
  const back: Point = [to[0] - u * long, to[1] - v * long];
  const wide = long * 0.42;
  const corners = [to, [back[0] - v * wide, back[1] + u * wide], [back[0] + v * wide, back[1] - u * wide]] as const;
  return `M${corners.map((corner) => corner.map(short).join(" ")).join("L")}Z`;
}

/** Where the shaft of an arrow ends, so that it does not stick out at the tip. */
export function shaftEnd(from: Point, to: Point, size: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length === 0 ? 1 : 1 - Math.min(size * 0.8, length * 0.6) / length;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** A smooth way from left to right through points of the screen: level at both ends, and without a bend between. */
export function smoothPath(through: Line): string {
  const slopeAt = (k: number): number => {
    const [before, after] = [through[k - 1], through[k + 1]];
    return before && after ? (after[1] - before[1]) / (after[0] - before[0]) : 0;
  };
  return through
    .map(([x, y], k) => {
      const before = through[k - 1];
      if (!before) return `M${short(x)} ${short(y)}`;
      const handle = (x - before[0]) * 0.4;
      const first = [before[0] + handle, before[1] + slopeAt(k - 1) * handle];
      const second = [x - handle, y - slopeAt(k) * handle];
      return `C${[...first, ...second, x, y].map(short).join(" ")}`;
    })
    .join("");
}
