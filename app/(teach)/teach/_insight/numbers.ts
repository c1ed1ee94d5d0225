/** "64 %"; a dash where there is nothing to tell. */
export function shareInWords(share: number | null): string {
  return share === null ? "–" : `${Math.round(100 * share)} %`;
}

/** "2.4". */
export function meanInWords(mean: number | null): string {
  return mean === null ? "–" : mean.toFixed(1);
}

/** "0.42"; a dash where there are too few students to tell. */
export function correlationInWords(value: number | null): string {
  return value === null ? "–" : value.toFixed(2).replace("-", "−");
}

const units = [
  ["day", 86_400],
  ["h", 3_600],
  ["min", 60],
] as const;

/** "45 s", "12 min", "3 h", "2 days". */
export function secondsInWords(seconds: number | null): string {
  if (seconds === null) return "–";
  const [unit, length] = units.find(([, each]) => seconds >= 1.5 * each) ?? ["s", 1];
  const count = Math.round(seconds / length);
  return `${count} ${unit}${unit === "day" && count !== 1 ? "s" : ""}`;
}
