import { renderMath } from "@/lib/tex";
import { Typeset } from "./typeset";

/** A formula, set on the server. */
export function Formula({ tex, display }: { tex: string; display?: boolean }) {
  return <Typeset html={renderMath(tex, { display })} />;
}
