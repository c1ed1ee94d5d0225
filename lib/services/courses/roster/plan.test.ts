import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRoster } from "./plan";
import { readRecords } from "./records";
import { readRows } from "./rows";
import type { Standing, StandingMember } from "./targets";

const empty: Standing = { members: [], invitations: [], accounts: [], sections: [] };

const member = (name: string, more: Partial<StandingMember> = {}): StandingMember => ({
  personId: `id of ${name}`,
  email: `${name.split(" ")[0]?.toLowerCase()}@example.org`,
  name,
  role: "student",
  section: null,
  externalId: null,
  left: false,
  ...more,
});

const account = (name: string, email = `${name.split(" ")[0]?.toLowerCase()}@example.org`) => ({
  personId: `id of ${name}`,
  email,
  name,
});

const invitation = (name: string, more: object = {}) => {
  const { personId, left, ...rest } = member(name);
  return { ...rest, ...more };
};

/** What a roster does to a course: row by row the outcome, and what is said of it. */
function plan(text: string, standing: Partial<Standing> = {}) {
  const records = readRecords(text);
  if (!records.ok) throw new Error(records.error);
  return planRoster(readRows(records.value).rows, { ...empty, ...standing });
}

const said = (text: string, standing: Partial<Standing> = {}) =>
  plan(text, standing).map(({ outcome, note }) => (note === "" ? outcome : `${outcome}: ${note}`));

describe("a row is", () => {
  it("new where nobody has the address", () => {
    expect(plan("email,name,section\nada@example.org,Ada Lovelace,Monday")).toMatchObject([
      { outcome: "new", action: { do: "invite", email: "ada@example.org", role: "student", section: "Monday" } },
    ]);
  });

  it("matched where an account has it", () => {
    const accounts = [account("Ada Lovelace")];
    expect(plan("email,name\nADA@example.org,Ada Lovelace", { accounts })).toMatchObject([
      { outcome: "matched", action: { do: "enrol", personId: "id of Ada Lovelace", role: "student" } },
    ]);
  });

  it("here where they are in the course, with what changes", () => {
    const members = [member("Ada Lovelace", { section: "Monday", externalId: "1" })];
    const head = "email,section,id,role\nada@example.org";
    expect(said(`${head},,,`, { members })).toEqual(["here"]);
    expect(said(`${head},monday,1,student`, { members })).toEqual(["here"]);
    expect(said(`${head},Tuesday,2,`, { members })).toEqual(["here: Section Monday → Tuesday, id 1 → 2."]);
    expect(said("email\nada@example.org", { members: [member("Ada", { left: true })] })).toEqual(["here: Comes back."]);
  });

  it("here where they are invited, also when the address has got an account since", () => {
    const standing = { invitations: [invitation("Ada")], accounts: [account("Ada")] };
    expect(said("email,name\nada@example.org,Ada", standing)).toEqual(["here: Invited already."]);
    expect(said("email,name,role\nada@example.org,Ada L.,TA", standing)).toEqual([
      "here: Invited already. Ada → Ada L., student → assistant.",
    ]);
  });

  it("recognised without an address by its id, or with somebody's word by its name", () => {
    const members = [member("Ada Lovelace", { externalId: "s-1" }), member("Emmy Noether")];
    const text = 'Student,ID,Section\n"Lovelace, A.",s-1,Monday\n"Noether, Emmy",s-2,Monday\n"Gauß, Carl",s-3,Monday';
    expect(said(text, { members })).toEqual([
      "here: Section none → Monday.",
      "ambiguous: No email address: take this row if Emmy Noether (emmy@example.org) is meant. Section none → Monday, id none → s-2.",
      "refused: No email address, and nobody in the course to whom this belongs.",
    ]);
  });
});

describe("a row is ambiguous", () => {
  it("where somebody of that name is in the course under another address", () => {
    const [row] = said("email,name\nada.l@example.org,Lovelace Áda", { members: [member("Ada Lovelace")] });
    expect(row).toMatch(/^ambiguous: Ada Lovelace \(ada@example.org\) is in the course already/);
  });

  it("where two rows have one name and two addresses, unless ids tell them apart", () => {
    const rows = "\na@example.org,Wei Zhang,1\nb@example.org,Wei Zhang";
    expect(said(`email,name,id${rows},`)).toEqual([
      expect.stringMatching(/^ambiguous: Line 3/),
      expect.stringMatching(/^ambiguous: Line 2/),
    ]);
    expect(said(`email,name,id${rows},2`)).toEqual(["new", "new"]);
  });

  it("where the account of the address goes by another name", () => {
    const accounts = [account("Mallory", "bob@example.org")];
    expect(said("email,name\nbob@example.org,Bob Stone", { accounts })).toEqual([
      expect.stringMatching(/^ambiguous: The account with this address goes by Mallory/),
    ]);
    expect(said("email\nbob@example.org", { accounts })).toEqual(["matched"]);
  });

  it("where it gives an account rights over others, or gives them back", () => {
    const standing = {
      accounts: [account("Tim")],
      members: [member("Ada"), member("Eve", { role: "assistant", left: true })],
    };
    const text = "email,role\ntim@example.org,TA\nada@example.org,instructor\neve@example.org,";
    expect(said(text, standing)).toEqual([
      expect.stringMatching(/^ambiguous: An assistant sees everybody's work/),
      expect.stringMatching(/^ambiguous: An instructor may change everything.*Student → instructor.$/),
      expect.stringMatching(/^ambiguous: An assistant.*Comes back.$/),
    ]);
  });

  it("where a later row says something else of the same address", () => {
    expect(said("email,section\nada@example.org,Monday\nADA@example.org,Tuesday")).toEqual([
      "ambiguous: Line 3 has the same address and says something else.",
      "refused: The same address as in line 2, which says something else.",
    ]);
  });
});

describe("a row is refused", () => {
  it("where it repeats another", () => {
    expect(said("ada@example.org\nada@example.org\nAda@Example.org")).toEqual([
      "new",
      "refused: The same address as in line 1.",
      "refused: The same address as in line 1.",
    ]);
  });

  it("where its id is somebody else's, in the course or in the roster", () => {
    const members = [member("Ada", { externalId: "7" })];
    expect(said("email,id\nbob@example.org,7", { members })).toEqual([
      "refused: Ada (ada@example.org) has the id 7 already.",
    ]);
    expect(said("email,id\nbob@example.org,8\neve@example.org,8")).toEqual([
      "ambiguous: Line 3 has the same id and says something else.",
      "refused: The same id as in line 2, which says something else.",
    ]);
  });

  it("where it would lower an instructor", () => {
    const members = [member("Ada", { role: "instructor" })];
    expect(said("email,role\nada@example.org,student", { members })).toEqual([
      "refused: An instructor's role is changed under People.",
    ]);
  });

  it("where the course would have too many sections", () => {
    const rows = Array.from({ length: 404 }, (_, index) => `p${index}@example.org,Section ${index % 202}`);
    const refused = plan(`email,section\n${rows.join("\n")}`).filter(({ outcome }) => outcome === "refused");
    expect(refused.map(({ line }) => line)).toEqual([202, 203, 404, 405]);
  });
});

describe("a plan", () => {
  const names = fc.constantFrom("Ada", "Bob Stone", "Eve", "");
  const emails = fc.constantFrom("ada@example.org", "bob@example.org", "eve@example.org", "x@y", "");
  const ids = fc.constantFrom("1", "2", "");
  const roles = fc.constantFrom("student", "TA", "teacher", "");
  const sections = fc.constantFrom("A", "B", "");
  const row = fc.tuple(emails, names, ids, roles, sections).map((cells) => cells.join(","));
  const standing = {
    members: [member("Ada", { role: "instructor", externalId: "1" }), member("Carl", { left: true })],
    invitations: [invitation("Bob Stone")],
    accounts: [account("Eve"), account("Bob Stone")],
    sections: ["A"],
  };

  it("says one thing of each row in their order, and does nothing twice to one person", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const planned = plan(`email,name,id,role,section\n${rows.join("\n")}`, standing);
        const targets = planned.flatMap(({ action }) => {
          if (!action) return [];
          return "personId" in action ? action.personId : action.email;
        });
        expect(new Set(targets).size).toBe(targets.length);
        expect(planned.every(({ outcome, action }) => outcome !== "refused" || action === null)).toBe(true);
        expect(planned.map(({ line }) => line)).toEqual(planned.map(({ line }) => line).toSorted((a, b) => a - b));
        // Nobody gets rights over others without somebody's word.
        const clear = planned.flatMap(({ outcome, action }) => (outcome !== "ambiguous" && action ? [action] : []));
        for (const action of clear)
          if (action.do === "enrol" || action.do === "change") expect([undefined, "student"]).toContain(action.role);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
