import { Link } from "./link";
import { NavLink } from "./nav-link";
import { SignOut } from "./sign-out";

export interface HeaderViewer {
  readonly name: string;
  /** Skills that are due for review. */
  readonly due: number;
  /** True for students of a course, and for those who teach: everywhere, or in a course. */
  readonly learns: boolean;
  readonly teaches: boolean;
  /** Names them in their own browser. */
  readonly owner: string;
}

export interface Head {
  readonly viewer?: HeaderViewer;
  /** Somebody without an account has answered something here. */
  readonly busyGuest?: boolean;
  /** Nobody knows now who is here. */
  readonly isUnknown?: boolean;
}

/** The name of the place, the way to its parts, and who is here. */
export function SiteHeader({ viewer, busyGuest, isUnknown }: Head) {
  return (
    <header className="no-print border-b border-line">
      <div className="page flex flex-wrap items-center gap-x-7 py-2.5">
        <Link
          href="/"
          className="flex min-h-10 items-center gap-1.5 font-serif text-[1.3125rem] font-semibold tracking-tight"
        >
          <span aria-hidden="true" className="text-accent">
            ∇
          </span>
          Nabla
        </Link>
        <nav
          aria-label="Main"
          className="order-last -mx-1.75 flex w-full flex-wrap sm:order-none sm:-mx-2 sm:w-auto sm:gap-x-0.5"
        >
          <NavLink href="/topics">Topics</NavLink>
          <NavLink href="/map">Map</NavLink>
          {viewer && (
            <NavLink href="/review">
              Review
              {viewer.due > 0 && <Count count={viewer.due} />}
            </NavLink>
          )}
          {(viewer || busyGuest) && <NavLink href="/dashboard">Dashboard</NavLink>}
          <NavLink href="/reference">Reference</NavLink>
          <NavLink href="/playground">Playground</NavLink>
          {viewer?.learns && <NavLink href="/courses">Courses</NavLink>}
          {viewer?.teaches && <NavLink href="/teach">Teach</NavLink>}
        </nav>
        <div className="ml-auto flex items-center gap-1 text-[0.9375rem]">
          {viewer ? <Account viewer={viewer} /> : !isUnknown && <Entrance />}
        </div>
      </div>
    </header>
  );
}

function Count({ count }: { count: number }) {
  return (
    <span className="ml-1.5 rounded-full bg-accent px-1.5 text-[0.75rem] leading-5 font-semibold text-on-accent tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> due</span>
    </span>
  );
}

function Entrance() {
  return (
    <>
      <Link href="/sign-in" className="button button-quiet px-3">
        Sign in
      </Link>
      <Link href="/sign-up" className="button px-3">
        Sign up
      </Link>
    </>
  );
}

function Account({ viewer }: { viewer: HeaderViewer }) {
  return (
    <SignOut owner={viewer.owner}>
      <Link
        href="/account"
        prefetch={false}
        className="max-w-20 truncate py-1 text-soft hover:text-ink hover:underline sm:max-w-48"
        title={`${viewer.name}: your account`}
      >
        {viewer.name}
      </Link>
    </SignOut>
  );
}
