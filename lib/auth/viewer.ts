/** What somebody may do. A guest is a visitor without an account, whose work waits to be adopted. */
export type Role = "guest" | "student" | "instructor" | "admin";

/** Who is asking. Read from the database on every request, so a change of role holds from the next one. */
export interface Viewer {
  /** Nobody yet (`null`) until a visitor's first answer. */
  readonly personId: string | null;
  readonly role: Role;
  readonly name: string | null;
  readonly email: string | null;
  /** Where the request came from, to count requests by; never stored with the work. */
  readonly address: string;
}

/** Somebody with an account. */
export function isSignedIn(viewer: Viewer): boolean {
  return viewer.personId !== null && viewer.role !== "guest";
}

/** Somebody who may write problems and read everybody's answers to them. */
export function mayTeach(viewer: Viewer): boolean {
  return viewer.role === "instructor" || viewer.role === "admin";
}
