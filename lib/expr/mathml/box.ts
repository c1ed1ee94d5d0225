/** MathML, and about how high it stands, in the size of its letters. Browsers do not stretch the fonts that we have. */
export interface Box {
  readonly mathml: string;
  readonly height: number;
}

/** Heights of a line of letters, of a raised or lowered part beyond it, and of the space between rows. */
const line = 1;
const raise = 0.3;
const gap = 0.25;

/** How much smaller the parts of a fraction within a line are. */
const small = 0.7;

export const letter = (mathml: string): Box => ({ mathml, height: line });
export const name = (text: string): Box => letter(`<mi class="upright">${text}</mi>`);
export const operator = (sign: string): Box => letter(`<mo stretchy="false">${sign}</mo>`);
export const space: Box = letter('<mspace width="0.1667em"></mspace>');

export function row(boxes: readonly Box[]): Box {
  const [only] = boxes;
  if (only && boxes.length === 1) return only;
  return {
    mathml: `<mrow>${boxes.map(({ mathml }) => mathml).join("")}</mrow>`,
    height: Math.max(line, ...boxes.map(({ height }) => height)),
  };
}

export function fraction(above: Box, below: Box): Box {
  return {
    mathml: `<mfrac>${above.mathml}${below.mathml}</mfrac>`,
    height: small * (above.height + below.height) + gap,
  };
}

export function scripted(base: Box, below: Box | undefined, above: Box | undefined): Box {
  if (!below && !above) return base;
  const element = below && above ? "msubsup" : below ? "msub" : "msup";
  return {
    mathml: `<${element}>${base.mathml}${below?.mathml ?? ""}${above?.mathml ?? ""}</${element}>`,
    height: base.height + (below ? raise : 0) + (above ? raise : 0),
  };
}

/** Beyond one line, the sign is taken from a larger font, and the line over it is drawn. */
export function root(inner: Box): Box {
  const size = sizeFor(inner.height);
  if (size === 0) return { mathml: `<msqrt>${inner.mathml}</msqrt>`, height: inner.height + raise };
  const sign = `<mo stretchy="false" class="size${size}">√</mo>`;
  return {
    mathml: `<mrow>${sign}<mrow class="under-root">${inner.mathml}</mrow></mrow>`,
    height: inner.height + raise,
  };
}

/** The larger fonts for brackets, by the height that they reach. */
const reaches = [1.45, 1.65, 2.1, 2.7];

function sizeFor(height: number): number {
  const size = reaches.findIndex((reach) => height <= reach);
  return size === -1 ? reaches.length : size;
}

export function delimited(open: string, inner: Box, close: string): Box {
  const sign = (delimiter: string) =>
    /[|‖]/.test(delimiter) ? bars(delimiter, inner.height) : bracket(delimiter, inner);
  return { mathml: `<mrow>${sign(open)}${inner.mathml}${sign(close)}</mrow>`, height: inner.height };
}

function bracket(delimiter: string, { height }: Box): string {
  const size = sizeFor(height);
  return `<mo stretchy="false"${size > 0 ? ` class="size${size}"` : ""}>${delimiter}</mo>`;
}

/** The height of the line of a fraction and of the middle of a bracket over the line of letters. */
const axis = 0.25;

/** Bars are drawn, so that they are as high as what they hold. */
function bars(delimiter: string, height: number): string {
  const [up, down] = [height / 2 + axis, height / 2 - axis].map((each) => each.toFixed(2));
  const space = '<mspace width="0.14em"></mspace>';
  const bar = `<mspace class="bar" width="0.06em" height="${up}em" depth="${down}em"></mspace>`;
  return `<mrow>${space}${delimiter === "‖" ? `${bar}${space}${bar}` : bar}${space}</mrow>`;
}

export function table(rows: readonly (readonly Box[])[], kind: string): Box {
  const cells = rows.map((boxes) => boxes.map(({ mathml }) => `<mtd>${mathml}</mtd>`).join(""));
  const heights = rows.map((boxes) => Math.max(line, ...boxes.map(({ height }) => height)));
  const height = heights.reduce((sum, each) => sum + each + gap, 0);
  const mathml = `<mtable class="${kind}">${cells.map((each) => `<mtr>${each}</mtr>`).join("")}</mtable>`;
  if (kind !== "cases") return { mathml, height };
  return { mathml: `<mrow>${bracket("{", { mathml, height })}${mathml}</mrow>`, height };
}
