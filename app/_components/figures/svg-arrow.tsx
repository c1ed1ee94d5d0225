import { arrowHead, type Point, shaftEnd } from "@/lib/figures";
import styles from "./figures.module.css";

/** How a line is told from the others; never by its colour alone. */
export type Stroke = "first" | "second" | "third" | "thin" | "line";

const heads = {
  first: "firstHead",
  second: "secondHead",
  third: "thirdHead",
  thin: "softHead",
  line: "inkHead",
} as const;
const headSize = 9;

/** An arrow between two points of the screen. */
export function SvgArrow({ from, to, stroke, dashed }: { from: Point; to: Point; stroke: Stroke; dashed?: boolean }) {
  const [x, y] = shaftEnd(from, to, headSize);
  return (
    <>
      <line x1={from[0]} y1={from[1]} x2={x} y2={y} className={`${styles[stroke]} ${dashed ? styles.dashed : ""}`} />
      <path d={arrowHead(from, to, headSize)} className={styles[heads[stroke]]} />
    </>
  );
}
