import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError } from "@/app/_components/field";
import { SelectField } from "@/app/_components/select-field";
import type { ChoiceView, ItemInput } from "@/lib/services";

interface Props {
  readonly items: readonly ItemInput[];
  readonly choice: ChoiceView;
  readonly errors: Readonly<Record<string, string>>;
}

const difficulties = ["1, warm-up", "2, easy", "3, medium", "4, hard", "5, very hard"] as const;

/** The problems of an assignment in order, and how to add one, or some of a topic. */
export function ItemRows({ items, choice, errors }: Props) {
  return (
    <fieldset className="space-y-4">
      <legend className="heading font-serif font-semibold">Problems</legend>
      <FieldError id="items-error" message={errors.items} />
      {items.length === 0 ? (
        <p className="text-soft">None yet. Add a problem that all students get, or let some be drawn from a topic.</p>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {items.map((item, row) => (
            <ItemRow
              key={keyOf(items, row)}
              row={row}
              item={item}
              last={row === items.length - 1}
              choice={choice}
              errors={errors}
            />
          ))}
        </ol>
      )}
      <AddProblem key={`problem ${items.length}`} choice={choice} />
      <AddTopic key={`topic ${items.length}`} choice={choice} />
    </fieldset>
  );
}

/** Tells a row from the others wherever it moves, so that what is typed in it moves along. */
function keyOf(items: readonly ItemInput[], row: number): string {
  const name = (item: ItemInput | undefined) => item && `${item.problemId} ${item.topicId} ${item.difficulty}`;
  const same = items.slice(0, row).filter((item) => name(item) === name(items[row]));
  return `${name(items[row])} ${same.length}`;
}

interface RowProps extends Omit<Props, "items"> {
  readonly row: number;
  readonly item: ItemInput;
  readonly last: boolean;
}

function ItemRow({ row, item, last, choice, errors }: RowProps) {
  const at = (field: string) => `items.${row}.${field}`;
  const name = nameOf(item, choice);
  return (
    <li className="py-3">
      <input type="hidden" name={at("id")} value={item.id} />
      <input type="hidden" name={at("problemId")} value={item.problemId} />
      <input type="hidden" name={at("topicId")} value={item.topicId} />
      <input type="hidden" name={at("difficulty")} value={item.difficulty} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-48 grow">
          {item.problemId === "" && <span className="tag mr-1.5">drawn</span>}
          {name}
        </p>
        {item.problemId === "" ? (
          <NumberField
            name={at("count")}
            label={`How many of row ${row + 1}`}
            unit="problems"
            text={item.count}
            error={errors[at("count")]}
          />
        ) : (
          <input type="hidden" name={at("count")} value="1" />
        )}
        <NumberField
          name={at("points")}
          label={`Points of row ${row + 1}`}
          unit={item.problemId === "" ? "points each" : "points"}
          text={item.points}
          error={errors[at("points")]}
        />
        <div className="flex">
          <RowButton intent={`up.${row}`} label={`Move row ${row + 1} up`} off={row === 0}>
            <ArrowUp aria-hidden="true" className="size-4" />
          </RowButton>
          <RowButton intent={`down.${row}`} label={`Move row ${row + 1} down`} off={last}>
            <ArrowDown aria-hidden="true" className="size-4" />
          </RowButton>
          <RowButton intent={`remove.${row}`} label={`Remove row ${row + 1}`}>
            <X aria-hidden="true" className="size-4" />
          </RowButton>
        </div>
      </div>
      {["difficulty", "count", "points"].map((field) => (
        <FieldError key={field} id={`${at(field)}-error`} message={errors[at(field)]} />
      ))}
    </li>
  );
}

function nameOf({ problemId, topicId, difficulty }: ItemInput, { topics }: ChoiceView): string {
  if (problemId !== "") {
    const topic = topics.find(({ problems }) => problems.some(({ id }) => id === problemId));
    const problem = topic?.problems.find(({ id }) => id === problemId);
    return problem ? `${problem.title} (${topic?.title})` : problemId;
  }
  const title = topics.find(({ id }) => id === topicId)?.title ?? topicId;
  return difficulty === "" ? `${title}, any difficulty` : `${title}, difficulty ${difficulty}`;
}

interface NumberProps {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  readonly error: string | undefined;
}

function NumberField({ name, label, unit, text, error }: NumberProps) {
  return (
    <span className="flex items-center gap-1.5">
      <input
        name={name}
        aria-label={label}
        inputMode="decimal"
        defaultValue={text}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        className="field w-16"
      />
      <span className="hint">{unit}</span>
    </span>
  );
}

interface ButtonProps {
  readonly intent: string;
  readonly label: string;
  readonly off?: boolean;
  readonly children: ReactNode;
}

function RowButton({ intent, label, off, children }: ButtonProps) {
  return (
    <button
      type="submit"
      name="intent"
      value={intent}
      aria-label={label}
      disabled={off}
      className="button button-quiet px-2.5"
    >
      {children}
    </button>
  );
}

function AddProblem({ choice }: Pick<Props, "choice">) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-72">
        <SelectField name="add.problemId" label="Add a problem" defaultValue="">
          <option value="">Choose a problem</option>
          {choice.topics.map(({ id, title, problems }) => (
            <optgroup key={id} label={title}>
              {problems.map((problem) => (
                <option key={problem.id} value={problem.id}>
                  {problem.title}
                  {problem.difficulty !== null && ` (${problem.difficulty})`}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
      <AddButton label="Add the problem" />
    </div>
  );
}

function AddTopic({ choice }: Pick<Props, "choice">) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-56">
        <SelectField name="add.topicId" label="Or draw some of a topic" defaultValue="">
          <option value="">Choose a topic</option>
          {choice.topics.map(({ id, title, problems }) => (
            <option key={id} value={id}>
              {title} ({problems.length})
            </option>
          ))}
        </SelectField>
      </div>
      <div className="basis-36">
        <SelectField name="add.difficulty" label="Difficulty" defaultValue="">
          <option value="">Any</option>
          {difficulties.map((words, index) => (
            <option key={words} value={index + 1}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="basis-20">
        <label htmlFor="add.count" className="label">
          How many
        </label>
        <input id="add.count" name="add.count" inputMode="numeric" defaultValue="3" className="field" />
      </div>
      <AddButton label="Add the draw" />
    </div>
  );
}

function AddButton({ label }: { label: string }) {
  return (
    <button type="submit" name="intent" value="add" className="button">
      {label}
    </button>
  );
}
