import type { ReactNode } from "react";
import { Stripes } from "./graph-frame";
import styles from "./map.module.css";

/** What the boxes and bars of the map mean. */
export function Legend({ className = "" }: { className?: string }) {
  return (
    <ul
      aria-label="What the signs mean"
      className={`flex flex-wrap gap-x-6 gap-y-2 text-[0.875rem] text-soft ${className}`}
    >
      <Entry words="Ready to learn">
        <g className={styles.ready}>
          <rect className={styles.box} x="2" y="2" width="32" height="16" rx="4" />
        </g>
      </Entry>
      <Entry words="Later: it builds on others">
        <g className={styles.later}>
          <rect className={styles.box} x="2" y="2" width="32" height="16" rx="4" />
        </g>
      </Entry>
      <Entry words="Learning">
        <rect className={styles.learning} x="2" y="7" width="32" height="6" rx="3" />
      </Entry>
      <Entry words="Practised">
        <Stripes id="key-stripes" />
        <rect fill="url(#key-stripes)" x="2" y="7" width="32" height="6" rx="3" />
      </Entry>
      <Entry words="Mastered">
        <rect className={styles.mastered} x="2" y="7" width="32" height="6" rx="3" />
      </Entry>
      <Entry words="Skills due for review">
        <circle className={styles.badge} cx="18" cy="10" r="9" />
        <text className={styles.count} x="18" y="14">
          2
        </text>
      </Entry>
    </ul>
  );
}

function Entry({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-2">
      <svg aria-hidden="true" viewBox="0 0 36 20" className={styles.key}>
        {children}
      </svg>
      {words}
    </li>
  );
}
