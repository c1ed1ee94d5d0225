import type { ReactNode } from "react";
import styles from "./figures.module.css";
import type { Stroke } from "./svg-arrow";

export interface LegendEntry {
  readonly stroke: Stroke | "gap";
  readonly dashed?: boolean;
  readonly words: ReactNode;
}

/** What each kind of line stands for. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ stroke, dashed, words }) => (
        <li key={`${stroke} ${dashed}`}>
          <svg aria-hidden="true" viewBox="0 0 26 12" className={styles.swatch}>
            {stroke === "gap" ? (
              <rect width={26} height={12} className={styles.gap} />
            ) : (
              <line x1={1} x2={25} y1={6} y2={6} className={`${styles[stroke]} ${dashed ? styles.dashed : ""}`} />
            )}
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
