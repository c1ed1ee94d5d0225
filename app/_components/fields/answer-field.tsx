"use client";

import dynamic from "next/dynamic";
import { ExpressionField } from "./expression-field";
import type { FieldProps } from "./field-props";
import type { ShownField } from "./shown-field";

// Most problems ask for an expression: the other fields are fetched by the pages that show them.
const ChoiceField = dynamic(() => import("./choice-field").then((field) => field.ChoiceField));
const GridField = dynamic(() => import("./grid-field").then((field) => field.GridField));
const StepsField = dynamic(() => import("./steps-field").then((field) => field.StepsField));
const TableField = dynamic(() => import("./table-field").then((field) => field.TableField));

interface Props extends FieldProps {
  field: ShownField;
  /** The free indices of an index formula. */
  indices: readonly string[];
  /** What is asked for: "the gradient". */
  asked: string;
}

/** Numbers use no names. */
const noNames = { variables: {} };

/** The field for an answer, by what the answer is. */
export function AnswerField({ field, indices, asked, ...props }: Props) {
  switch (field.kind) {
    case "expression":
      return <ExpressionField {...props} names={field.names} indices={indices} asked={asked} symbols={field.symbols} />;
    case "numbers":
      return <ExpressionField {...props} writing="text" names={noNames} asked={asked} shapeless={field.intervals} />;
    case "plain":
      return <ExpressionField {...props} writing="text" names={field.names} asked={asked} reads="shape" />;
    case "grid":
      return <GridField {...props} names={field.names} sizes={field.sizes} asked={asked} />;
    case "choice":
      return <ChoiceField {...props} several={field.several} options={field.options} />;
    case "steps":
      return <StepsField {...props} names={field.names} functionHtml={field.functionHtml} />;
    case "table":
      return <TableField {...props} cells={field.cells} />;
  }
}
