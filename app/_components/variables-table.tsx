import type { Declarations } from "@/lib/shape";
import { Formula } from "./formula";
import { nameToTex } from "./name-to-tex";
import { assumptionsInWords, shapeInWords } from "./words";

/** The names that an answer may use: each symbol, its shape, and what is known of it. */
export function VariablesTable({ declarations }: { declarations: Declarations }) {
  const rows = Object.entries(declarations.variables);
  const anyKnown = rows.some(([, declaration]) => assumptionsInWords(declaration) !== "");
  return (
    <div className="scroll-x">
      <table className="table">
        <caption className="sr-only">Variables</caption>
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            <th scope="col">Shape</th>
            {anyKnown && <th scope="col">Known</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, declaration]) => (
            <tr key={name}>
              <th scope="row" className="font-normal whitespace-nowrap">
                <VariableSymbol name={name} declarations={declarations} />
              </th>
              <td>{shapeInWords(declaration.shape)}</td>
              {anyKnown && <td className="text-soft">{assumptionsInWords(declaration) || "any"}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A name as it is typeset, and as it is typed where that looks different. */
function VariableSymbol({ name, declarations }: { name: string; declarations: Declarations }) {
  return (
    <>
      <span aria-hidden="true">
        <Formula tex={nameToTex(name, declarations)} />
      </span>
      {name.length > 1 ? <code className="source ml-2">{name}</code> : <span className="sr-only">{name}</span>}
    </>
  );
}
