import type { Arrow, CriticalPanel, Figure, GraphNode, NodeValue, Point, ShapeBox } from "./figure";
import { plainLabel } from "./label";

/** A number with so many digits at most, as it is written in a figure. */
export function shortNumber(value: number, digits = 4): string {
  const rounded = Number(value.toPrecision(digits));
  return String(Object.is(rounded, -0) ? 0 : Math.abs(rounded) < 1e-12 ? 0 : rounded).replace("-", "−");
}

/** A value as it is written beside a node; the entries of a matrix with three digits. */
export function shortValue(rows: NodeValue): string {
  if (rows.length === 1 && rows[0]?.length === 1) return shortNumber(rows[0][0] ?? 0);
  return `[${rows.map((row) => row.map((entry) => shortNumber(entry, 3)).join(", ")).join("; ")}]`;
}

const pair = ([x, y]: Point): string => `(${shortNumber(x)}, ${shortNumber(y)})`;

const arrowWords = ({ from, vector }: Arrow): string => `At ${pair(from)} the gradient is ${pair(vector)}.`;

const panelWords = ({ label, point, what, eigenvalues }: CriticalPanel): string =>
  `${plainLabel(label)} has at ${pair(point)} a ${what}; the eigenvalues of its Hessian there are ${eigenvalues
    .map((value) => shortNumber(value))
    .join(" and ")}.`;

function nodeWords({ name, rule, value, tangent, adjoint }: GraphNode): string {
  const own = `${plainLabel(name)}${rule ? ` = ${plainLabel(rule)}` : ""} = ${shortValue(value)}`;
  const also = [tangent && `tangent ${shortValue(tangent)}`, adjoint && `adjoint ${shortValue(adjoint)}`];
  return `${[own, ...also.filter(Boolean)].join(", ")}.`;
}

const boxWords = ({ label, rowsName, colsName }: ShapeBox): string =>
  `${plainLabel(label)} is ${rowsName} by ${colsName}`;

/** What a figure shows, for those who do not see it: the numbers that are drawn, in words. */
export function describeFigure(figure: Figure): string {
  switch (figure.kind) {
    case "level-curves": {
      const levels = figure.curves.map(({ level }) => shortNumber(level)).join(", ");
      return [`Level curves of ${plainLabel(figure.label)} at ${levels}.`, ...figure.arrows.map(arrowWords)].join(" ");
    }
    case "tangent-line":
      return `The graph of ${plainLabel(figure.label)} with its tangent at ${pair(figure.at)}, of slope ${shortNumber(figure.slope)}.`;
    case "linear-approximation": {
      const curved = figure.secondOrder
        ? ` The parabola there has the second derivative ${shortNumber(figure.curvature)}.`
        : "";
      const error = figure.samples.map((s) => Math.abs(s.value - s.linear)).filter(Number.isFinite);
      return `The graph of ${plainLabel(figure.label)} with its linear model at ${pair(figure.at)}, of slope ${shortNumber(figure.slope)}.${curved} The linear model is off by at most ${shortNumber(Math.max(...error))} here.`;
    }
    case "rotating-frame": {
      const [a, b] = figure.tangents;
      return `A frame turned by ${shortNumber(figure.angle)}: its axes are ${figure.axes.map(pair).join(" and ")}, and they move along ${pair(a)} and ${pair(b)}.`;
    }
    case "subdifferential":
      return `The graph of ${plainLabel(figure.label)} and the lines through ${pair(figure.at)} that stay below it: their slopes fill the interval from ${figure.slopes.map((value) => shortNumber(value)).join(" to ")}.`;
    case "critical-points":
      return figure.panels.map(panelWords).join(" ");
    case "graph":
      return `The steps of ${plainLabel(figure.label)}. ${figure.nodes.map(nodeWords).join(" ")}`;
    case "shapes":
      return `${figure.factors.map(boxWords).join(", ")}; the product is ${figure.result.rowsName} by ${figure.result.colsName}.`;
  }
}
