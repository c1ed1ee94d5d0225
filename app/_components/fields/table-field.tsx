"use client";

import { Check, X } from "lucide-react";
import { TableHead } from "@/app/_components/table-head";
import { Typeset } from "@/app/_components/typeset";
import { AnswerPreview } from "./answer-preview";
import type { FieldProps } from "./field-props";
import type { ShownCell } from "./shown-field";

interface Props extends FieldProps {
  cells: readonly ShownCell[];
}

/** Numbers use no names. */
const noNames = { variables: {} };

/** A trace: one number for each named cell, and beside it whether it was right. */
export function TableField({ cells, ...props }: Props) {
  return (
    <fieldset>
      <legend className="label">Your table</legend>
      <table className="table">
        <TableHead columns={["Cell", "Number"]} />
        <tbody>
          {cells.map((cell) => (
            <CellRow key={cell.name} cell={cell} {...props} />
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function CellRow({ cell, typed, set, sent, verdict, longest }: { cell: ShownCell } & FieldProps) {
  const name = `cell.${cell.name}`;
  const text = typed[name] ?? "";
  const isSent = sent !== undefined && typed[name] === sent[name];
  const right = isSent ? verdict?.cells?.[cell.name] : undefined;
  return (
    <tr>
      <th scope="row" id={`${name}-label`} className="font-normal">
        <code className="source mr-2">{cell.name}</code>
        <span className="text-soft">
          {cell.words} <Typeset html={cell.html} />
          {cell.seed.length > 0 && (
            <span className="block">
              along{" "}
              {cell.seed.map((html) => (
                <Typeset key={html} html={html} />
              ))}
            </span>
          )}
        </span>
      </th>
      <td className="w-2/5">
        <span className="flex items-center gap-2">
          <input
            name={name}
            value={text}
            onChange={(event) => set(name, event.currentTarget.value)}
            aria-labelledby={`${name}-label`}
            aria-describedby={right === undefined ? undefined : `${name}-verdict`}
            aria-invalid={right === false ? true : undefined}
            required
            inputMode="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="field field-mono min-w-16 px-2"
          />
          <span id={`${name}-verdict`} className="w-5 shrink-0">
            {right !== undefined && <CellMark right={right} />}
          </span>
        </span>
        {!/^\s*-?[\d.]*\s*$/.test(text) && (
          <AnswerPreview text={text} syntax="text" names={noNames} longest={longest} slim shapeless />
        )}
      </td>
    </tr>
  );
}

function CellMark({ right }: { right: boolean }) {
  const Icon = right ? Check : X;
  return (
    <>
      <Icon aria-hidden="true" className={`size-5 ${right ? "text-good" : "text-bad"}`} />
      <span className="sr-only">{right ? "right" : "not right"}</span>
    </>
  );
}
