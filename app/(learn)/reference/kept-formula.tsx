import { Typeset } from "@/app/_components/typeset";
import { renderMath } from "@/lib/tex";

/** Formulas of the sheet, set once: it has hundreds, and they are the same for everybody. */
const kept = new Map<string, string>();

/** A formula of the sheet. What comes from the address is never set here. */
export function KeptFormula({ tex }: { tex: string }) {
  const html = kept.get(tex) ?? renderMath(tex);
  kept.set(tex, html);
  return <Typeset html={html} />;
}
