import { Formula } from "@/app/_components/formula";
import type { PlaygroundResult } from "@/lib/services";
import { Numbers } from "./numbers";

type Layout = PlaygroundResult["numerator"];

/** The derivative in both layouts: its shape, its value at the point, and central differences beside it. */
export function LayoutTable({ result, name }: { result: PlaygroundResult; name: string | undefined }) {
  const { numerator, denominator } = result;
  const hasNumbers = numerator.value !== undefined;
  const hasEstimate = numerator.estimate !== undefined;
  return (
    <div className="scroll-x">
      <table className="table">
        <caption className="sr-only">The derivative in both layouts</caption>
        <thead>
          <tr>
            <th scope="col">Layout</th>
            {hasNumbers && <th scope="col">{name ? <Formula tex={name} /> : "Derivative"} at the point</th>}
            {hasEstimate && <th scope="col">Central differences</th>}
          </tr>
        </thead>
        <tbody>
          <LayoutRow name="Numerator layout" {...numerator} />
          <LayoutRow name="Denominator layout" {...denominator} />
        </tbody>
      </table>
    </div>
  );
}

function LayoutRow({ name, shape, value, estimate }: Layout & { name: string }) {
  return (
    <tr>
      <th scope="row" className="font-normal whitespace-nowrap">
        <span className="block font-medium">{name}</span>
        <span className="hint">{shape}</span>
      </th>
      {value && (
        <td>
          <Numbers rows={value} />
        </td>
      )}
      {estimate && (
        <td className="text-soft">
          <Numbers rows={estimate} />
        </td>
      )}
    </tr>
  );
}
