import type { Declarations } from "@/lib/shape";
import { Formula } from "./formula";
import { nameToTex } from "./name-to-tex";
import { assumptionsInWords, shapeInWords } from "./words";

/** The names that an answer may use: each symbol, its shape, and what is known of it. */
export function VariablesTable({ declarations, wrt }: { declarations: Declarations; wrt?: string }) {
  return (
    <div className="scroll-x">
      <table className="table">
        <caption className="sr-only">Variables</caption>
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            <th scope="col">Shape</th>
            <th scope="col">Known</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(declarations.variables).map(([name, declaration]) => (
            <tr key={name}>
              <th scope="row" className="font-normal whitespace-nowrap">
                <VariableSymbol name={name} declarations={declarations} />
              </th>
              <td>{shapeInWords(declaration.shape)}</td>
              <td className="text-soft">
                {[assumptionsInWords(declaration), name === wrt && "differentiate by this"]
                  .filter(Boolean)
                  .join("; ") || "–"}
              </td>
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
      <Formula tex={nameToTex(name, declarations)} />
      {name.length > 1 && <code className="source ml-2">{name}</code>}
    </>
  );
}
