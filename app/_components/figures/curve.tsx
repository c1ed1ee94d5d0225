import { type Line, pathOf, type Screen } from "@/lib/figures";
import styles from "./figures.module.css";

/** The graph of a function, which has gaps where the function has no value. */
export function Curve({ lines, screen }: { lines: readonly Line[]; screen: Screen }) {
  return lines.map((line) => {
    const path = pathOf(line, screen);
    return <path key={path} d={path} className={styles.line} />;
  });
}
