import Link from "next/link";
import type { MouseEvent } from "react";
import type { CoursePersonView } from "@/lib/services";
import { type Order, orders } from "./arranged";

const headings: { readonly [O in Order]: string } = {
  name: "Name",
  email: "Email",
  section: "Section",
  role: "Role",
  id: "ID",
};

interface Props {
  courseId: string;
  people: readonly CoursePersonView[];
  ticks: boolean;
  order: Order;
  setOrder: (order: Order) => void;
  find: string;
}

/** The people of a course that are shown. */
export function PeopleTable({ courseId, people, ticks, order, setOrder, find }: Props) {
  return (
    <div className="scroll-x relative mt-2 [&_:is(a,input)]:scroll-mb-28">
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
