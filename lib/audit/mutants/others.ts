import type { Mutant } from "./expressions";

/** Other options, one fewer, one more. */
export function choiceMutants(answer: string, options: readonly string[]): Mutant[] {
  const right = answer.split(",").map((each) => each.trim());
  const rest = options.filter((option) => !right.includes(option));
  const fewer = right.length > 1 ? [{ slip: "one option fewer", answer: right.slice(1).join(", ") }] : [];
  const more = rest.slice(0, 1).map((option) => ({ slip: "one option more", answer: [...right, option].join(", ") }));
  return [...rest.map((option) => ({ slip: "another option", answer: option })), ...fewer, ...more];
}

/** Sizes in the other order, one size missing, one size too many. */
export function shapeMutants(answer: string): Mutant[] {
  const sizes = answer.split(/\s*[x×]\s*/).map((each) => each.trim());
  const text = (all: readonly string[]): string => all.join(" x ");
  const turned = [...sizes].reverse();
  const mutants = [{ slip: "one size too many", answer: text([...sizes, "7"]) }];
  if (text(turned) !== text(sizes)) mutants.push({ slip: "sizes swapped", answer: text(turned) });
  if (sizes.length > 1 && !sizes.includes("1"))
    mutants.push({ slip: "one size missing", answer: text(sizes.slice(1)) });
  return mutants;
}

/** One number off by one; an interval shrunk to one of its ends. */
export function setMutants(answer: string): Mutant[] {
  const numbers = [...answer.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)];
  const moved = numbers.map((match): Mutant => {
    const before = answer.slice(0, match.index);
    const after = answer.slice(match.index + match[0].length);
    return { slip: "one end moved", answer: `${before}${Number(match[0]) + 1}${after}` };
  });
  const [first, second] = numbers.map(([text]) => text);
  const whole = /^\[[^[\];]*,[^[\];]*\]$/.test(answer.trim()) && first !== second && numbers.length === 2;
  return whole && first ? [...moved, { slip: "one end alone", answer: first }] : moved;
}

/** A derivation with one line spoiled. */
export function lineMutants(lines: readonly string[]): Mutant<string[]>[] {
  return lines.flatMap((line, k) => {
    if (line.trim() === "0") return [];
    const spoiled = [...lines];
    spoiled[k] = k % 2 === 0 ? `-(${line})` : `2*(${line})`;
    return [{ slip: k % 2 === 0 ? "sign in a line" : "factor in a line", answer: spoiled }];
  });
}

/** A table with one cell wrong. */
export function cellMutants(cells: Readonly<Record<string, string>>): Mutant<Record<string, string>>[] {
  return Object.entries(cells).map(([name, cell]) => {
    const isZero = /^[-\s0.;,[\]]*$/.test(cell);
    const wrong = isZero ? cell.replace("0", "1") : `2*(${cell})`;
    return { slip: "a wrong cell", answer: { ...cells, [name]: wrong } };
  });
}
