"use client";

import Link from "next/link";
import { type MouseEvent, useDeferredValue, useMemo, useState } from "react";
import type { CoursePersonView, SectionView } from "@/lib/services";
import { arranged, type Order, orders } from "./arranged";
import { MoveForm } from "./move-form";

interface Props {
  courseId: string;
  people: readonly CoursePersonView[];
  /** For those who may move people; none, and nobody can be ticked. */
  sections: readonly SectionView[] | null;
  /** What the address of the page asks for. */
  find: string;
  order: Order;
}

const headings: { readonly [O in Order]: string } = {
  name: "Name",
  email: "Email",
  section: "Section",
  role: "Role",
  id: "ID",
};

/** Everybody in a course, to be looked through. Scripts do at once what the page otherwise does by its address. */
export function PeopleTable({ courseId, people, sections, find: asked, order: askedOrder }: Props) {
  const [find, setFind] = useState(asked);
  const [order, setOrder] = useState(askedOrder);
  const wanted = useDeferredValue(find);
  const shown = useMemo(() => arranged(people, wanted, order), [people, wanted, order]);
  const table = (
    <Table courseId={courseId} people={shown} ticks={sections !== null} order={order} setOrder={setOrder} find={find} />
  );
  return (
    <>
      <FindForm find={find} setFind={setFind} order={order} />
      <p role="status" className="hint mt-3">
        {shown.length === people.length ? `${people.length} in the course.` : `${shown.length} of ${people.length}.`}
      </p>
      {sections === null ? (
        table
      ) : (
        <MoveForm courseId={courseId} sections={sections}>
          {table}
        </MoveForm>
      )}
    </>
  );
}

function FindForm({ find, setFind, order }: { find: string; setFind: (text: string) => void; order: Order }) {
  return (
    <search>
      <form className="flex max-w-md gap-3" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="find" className="sr-only">
          Find by name, address, section or role
        </label>
        <input
          id="find"
          name="find"
          type="search"
          value={find}
          onChange={(event) => setFind(event.target.value)}
          placeholder="Name, address, section or role"
          autoComplete="off"
          className="field"
        />
        <input type="hidden" name="order" value={order} />
        <noscript>
          <button type="submit" className="button">
            Find
          </button>
        </noscript>
      </form>
    </search>
  );
}

interface TableProps {
  courseId: string;
  people: readonly CoursePersonView[];
  ticks: boolean;
  order: Order;
  setOrder: (order: Order) => void;
  find: string;
}

function Table({ courseId, people, ticks, order, setOrder, find }: TableProps) {
  return (
    <div className="scroll-x relative mt-2">
      <table className="table min-w-2xl">
        <thead>
          <tr>
            {ticks && (
              <th scope="col" className="w-8">
                <span className="sr-only">Tick</span>
              </th>
            )}
            {orders.map((each) => (
              <Heading key={each} order={each} chosen={order} choose={setOrder} find={find} />
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.personId} courseId={courseId} person={person} ticks={ticks} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps {
  order: Order;
  chosen: Order;
  choose: (order: Order) => void;
  find: string;
}

function Heading({ order, chosen, choose, find }: HeadingProps) {
  const sort = (event: MouseEvent) => {
    event.preventDefault();
    choose(order);
  };
  return (
    <th scope="col" aria-sort={order === chosen ? "ascending" : undefined}>
      <a
        href={`?order=${order}&find=${encodeURIComponent(find)}`}
        onClick={sort}
        className="hover:text-ink hover:underline"
      >
        {headings[order]}
        {order === chosen && <span aria-hidden="true"> ↓</span>}
      </a>
    </th>
  );
}

function Row({ courseId, person, ticks }: { courseId: string; person: CoursePersonView; ticks: boolean }) {
  const { personId, name, email, section, role, externalId, invitedAs } = person;
  return (
    <tr>
      {ticks && (
        <td>
          <input
            type="checkbox"
            name="person"
            value={personId}
            aria-label={`Tick ${name}`}
            className="size-4 translate-y-0.5 accent-accent"
          />
        </td>
      )}
      <th scope="row" className="font-normal">
        <Link href={`/teach/courses/${courseId}/people/${personId}`} prefetch={false} className="link">
          {name}
        </Link>
      </th>
      <td className="text-soft">{email}</td>
      <td className="text-soft">{section?.name ?? "–"}</td>
      <td className="text-soft">
        {role}
        {invitedAs && <span className="tag ml-2">{invitedAs}?</span>}
      </td>
      <td className="text-soft">{externalId ?? "–"}</td>
    </tr>
  );
}
