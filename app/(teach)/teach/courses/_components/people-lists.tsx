"use client";

import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { CoursePersonView, InvitationView, SectionView } from "@/lib/services";
import { arranged, hasWords, type Order } from "./arranged";
import { ExpectedTable } from "./expected-table";
import { MoveForm } from "./move-form";
import { PeopleTable } from "./people-table";

interface Props {
  courseId: string;
  people: readonly CoursePersonView[];
  invitations: readonly InvitationView[];
  /** For those who may change the roster; none, and there is nothing to press. */
  sections: readonly SectionView[] | null;
  /** What the address of the page asks for. */
  find: string;
  order: Order;
}

/** Rows that one table shows; more are found by looking for them. */
const most = 500;

/** Everybody in a course or expected, to be looked through. Scripts do at once what the page otherwise does by its address. */
export function PeopleLists({ courseId, people, invitations, sections, find: asked, order: askedOrder }: Props) {
  const [find, setFind] = useState(asked);
  const [order, setOrder] = useState(askedOrder);
  const wanted = useDeferredValue(find);
  const shown = useMemo(() => arranged(people, wanted, order), [people, wanted, order]);
  const expected = useMemo(
    () => invitations.filter((each) => hasWords([each.email, each.name, each.section, each.role], wanted)),
    [invitations, wanted],
  );
  const isAll = shown.length === people.length;
  const table = (
    <PeopleTable
      courseId={courseId}
      people={shown.slice(0, most)}
      ticks={sections !== null}
      order={order}
      setOrder={setOrder}
      find={find}
    />
  );
  return (
    <>
      <FindForm find={find} setFind={setFind} order={order} />
      <p role="status" className="hint mt-3">
        {isAll ? `${people.length} in the course.` : `${shown.length} of ${people.length}.`}
      </p>
      {sections === null ? (
        table
      ) : (
        <MoveForm courseId={courseId} sections={sections}>
          {table}
          <More count={shown.length} />
        </MoveForm>
      )}
      {invitations.length > 0 && (
        <Expected count={invitations.length} shown={expected.length}>
          {expected.length > 0 && (
            <ExpectedTable courseId={courseId} invitations={expected.slice(0, most)} edits={sections !== null} />
          )}
          <More count={expected.length} />
        </Expected>
      )}
    </>
  );
}

function More({ count }: { count: number }) {
  if (count <= most) return null;
  return <p className="hint mt-3">These are the first {most}. Look for a name or an address to see others.</p>;
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

/** Addresses on the roster whose owners have not come. */
function Expected({ count, shown, children }: { count: number; shown: number; children: ReactNode }) {
  return (
    <section aria-labelledby="expected" className="mt-12">
      <h2 id="expected" className="heading">
        Expected <span className="text-soft tabular-nums">({shown === count ? count : `${shown} of ${count}`})</span>
      </h2>
      <p className="mt-1 max-w-[62ch] text-soft">
        On the roster without an account here. They are recognised when they sign up with this address and join by the
        link.
      </p>
      {children}
    </section>
  );
}
