import type { ReactNode } from "react";
import styles from "./figures.module.css";

/** A drawing that is read as one picture with one description. */
export function Picture({
  width,
  height,
  description,
  className,
  children,
}: {
  width: number;
  height: number;
  description: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <svg
      role="img"
      aria-label={description}
      viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(height)}`}
      width={Math.ceil(width)}
      height={Math.ceil(height)}
      className={`${styles.picture} ${className ?? ""}`}
    >
      {children}
    </svg>
  );
}
