/** Who tries, in the order of the columns of all tables. */
export const actors = ["nobody", "student", "other", "assistant", "foreign", "instructor", "admin"] as const;

export type Actor = (typeof actors)[number];

/** Everybody with an account. */
export type Member = Exclude<Actor, "nobody">;

export const members = actors.filter((actor): actor is Member => actor !== "nobody");

/** What an account is before any course: an assistant's is a student's. */
export const roles = {
  student: "student",
  other: "student",
  assistant: "student",
  foreign: "instructor",
  instructor: "instructor",
  admin: "admin",
} as const satisfies Readonly<Record<Member, string>>;

/** The name of the student, which only those may read who teach them. */
export const nameOfStudent = "zqstudentname";

export const nameOf = (member: Member): string => (member === "student" ? nameOfStudent : `The ${member}`);
export const emailOf = (member: Member): string => `${member}@attack.example`;
export const password = "seven quiet matrices";

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** Signs somebody in as a program would; gives the head that shows who they are. */
export async function signIn(address: string, member: Member): Promise<string> {
  const start = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await start.json()) as { csrfToken: string };
  const done = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: address, Cookie: cookiesOf(start) },
    body: new URLSearchParams({ csrfToken, email: emailOf(member), password, json: "true" }),
  });
  const cookies = cookiesOf(done);
  if (!cookies.includes("nabla.session=")) throw new Error(`${member} is not signed in: ${done.status} ${cookies}`);
  return cookies;
}
