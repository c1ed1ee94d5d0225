import { Formula } from "@/app/_components/formula";
import { Prose } from "@/app/_components/prose";
import type { DerivationView } from "@/lib/services";
import { Checked } from "./checked";

/** Lines of which each follows from the one before, aligned at their equal signs, with reasons where there are any. */
export function Derivation({ lines }: DerivationView) {
  const hasReasons = lines.some(({ why }) => why);
  return (
    <div className="block-frame">
      <div className="scroll-x">
        <table className="derivation">
          <caption className="sr-only">Derivation, line by line</caption>
          <tbody>
            {lines.map(({ of, tex, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a derivation never change places
              <tr key={index}>
                <td>{of && <Formula tex={`\\displaystyle ${of}`} />}</td>
                <td>
                  <Formula tex={`\\displaystyle = ${tex}`} />
                </td>
                {hasReasons && <td className="derivation-why">{why && <Prose markdown={why} />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Checked />
    </div>
  );
}
