import { Formula } from "@/app/_components/formula";
import type { ErratumView, WitnessView } from "@/lib/services";
import { matrixToTex } from "@/lib/tex";
import styles from "./reference.module.css";

/** What a source has wrong about a formula, with numbers that show it. */
export function Erratum({ erratum }: { erratum: ErratumView }) {
  const { source, says, typed, claims, note, witness, reason } = erratum;
  return (
    <details className={styles.erratum}>
      <summary>
        Erratum in {source}
        {claims && `: the other layout`}
      </summary>
      <div className={styles.erratumBody}>
        <p>
          The source has {says ? <Formula tex={says} /> : <code className="source">{typed}</code>}
          {claims && <> in {claims} layout</>}. {note}
        </p>
        {witness && <Witness witness={witness} />}
        {reason && <p>{reason}</p>}
      </div>
    </details>
  );
}

function Witness({ witness: { at, source, truth, layout } }: { witness: WitnessView }) {
  return (
    <div className="scroll-x">
      <p className={styles.witness}>
        At{" "}
        {at.map(({ name, value }, k) => (
          <span key={name}>
            {k > 0 && ", "}
            <Formula tex={`${name} = ${matrixToTex(value)}`} />
          </span>
        ))}{" "}
        the source gives <Formula tex={matrixToTex(source)} />, and the truth is <Formula tex={matrixToTex(truth)} />
        {layout && ` in ${layout} layout`}.
      </p>
    </div>
  );
}
