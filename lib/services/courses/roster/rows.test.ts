import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRoster, largestRoster, tidyRoster } from "./decode";
import { readRecords } from "./records";
import { type RosterRow, readRows } from "./rows";

const nothing: RosterRow = { email: null, name: "", section: null, role: null, externalId: null };

/** The rows of a roster by their lines: what each says, or why it is refused. */
function read(text: string): readonly [line: number, says: RosterRow | string][] {
  const records = readRecords(text);
  if (!records.ok) throw new Error(records.error);
  return readRows(records.value).rows.map(({ line, row }) => [line, row.ok ? row.value : row.error]);
}

const ada = { ...nothing, email: "ada@example.org", name: "Ada Lovelace" };

describe("columns", () => {
  it.each([
    ["by commas", "Name,Email\nAda Lovelace,ada@example.org"],
    ["by semicolons", "Name;Email\nAda Lovelace;ada@example.org"],
    ["by tabs", "Name\tEmail\nAda Lovelace\tada@example.org"],
    ["in any order", "E-Mail,Nachname,Vorname\nada@example.org,Lovelace,Ada"],
    ["with accents", "Prénom;Nom;Adresse de courriel\nAda;Lovelace;ada@example.org"],
    ["with a mark at the start", "\uFEFFEmail,Name\nada@example.org,Ada Lovelace"],
    ["after the separator was said", "sep=;\nEmail;Name\nada@example.org;Ada Lovelace"],
    ["in quotes", '"Email","Name"\n"ada@example.org","Lovelace, Ada"'],
    ["with a dash for nothing", "Email,Name,Section,Role,ID\nada@example.org,Ada Lovelace,-,–,"],
    ["with spaces nobody sees", "Email,Name\n\u00A0Ada@Example.org\u200B ,  Ada   Lovelace "],
    ["among others", "Email,Grade,Name\nada@example.org,1.0,Ada Lovelace"],
    ["with Windows line ends", "Email,Name\r\nada@example.org,Ada Lovelace\r\n"],
    ["with empty lines", "\n\nEmail,Name\n\n,,\nada@example.org,Ada Lovelace\n\n"],
  ])("are read %s", (_how, text) => {
    const tidied = tidyRoster(text);
    expect(tidied.ok && read(tidied.value).map(([, says]) => says)).toEqual([ada]);
  });

  it("are read from an export of Canvas, without its row of points and its test student", () => {
    const text = [
      "Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (77)",
      "    Points Possible,,,,,10",
      '"Lovelace, Ada",4711,s-17,ada@example.org,Monday,9',
      '"Student, Test",4712,,x9,Monday,',
      '"Noether, Emmy",4713,s-18,enoether,Tuesday,10',
    ].join("\n");
    expect(read(text)).toEqual([
      [3, { ...ada, section: "Monday", externalId: "s-17" }],
      [5, { ...nothing, name: "Emmy Noether", section: "Tuesday", externalId: "s-18" }],
    ]);
  });

  it("are read from an export of Moodle", () => {
    const text =
      "First name,Last name,ID number,Email address,Groups,Roles\nAda,Lovelace,17,ada@example.org,Monday,Student";
    expect(read(text)).toEqual([[2, { ...ada, externalId: "17", section: "Monday", role: "student" }]]);
  });

  it("can hold any of the words for a role", () => {
    const roles = ["Student", "TA", "teacher", "TaEnrollment", "Non-editing teacher", "INSTRUCTOR"];
    const text = ["email,role", ...roles.map((role, index) => `p${index}@example.org,${role}`)].join("\n");
    const said = read(text).map(([, row]) => typeof row !== "string" && row.role);
    expect(said).toEqual(["student", "assistant", "instructor", "assistant", "assistant", "instructor"]);
  });
});

describe("a plain list", () => {
  const bob = { ...nothing, email: "bob@example.org" };
  it.each([
    ["addresses in lines", "ada@example.org\nbob@example.org", [{ ...ada, name: "" }, bob]],
    ["addresses by commas", "ada@example.org, bob@example.org", [{ ...ada, name: "" }, bob]],
    ["addresses by spaces and semicolons", "ada@example.org; bob@example.org\n", [{ ...ada, name: "" }, bob]],
    ["addresses by spaces", "ada@example.org bob@example.org", [{ ...ada, name: "" }, bob]],
    ["what a mail program copies", '"Ada Lovelace" <ada@example.org>; <bob@example.org>', [ada, bob]],
    ["names in front", "Ada Lovelace <ada@example.org>", [ada]],
    ["last names first", "Lovelace, Ada <ada@example.org>", [ada]],
    ["last names first in quotes", '"Lovelace, Ada" <ada@example.org>', [{ ...ada, name: "Ada Lovelace" }]],
    ["names in a column", "Ada Lovelace, ada@example.org", [ada]],
    ["names in two columns", "Ada\tLovelace\tada@example.org", [ada]],
    ["links", "mailto:ada@example.org", [{ ...ada, name: "" }]],
  ])("can be %s", (_what, text, says) => {
    expect(read(text).map(([, row]) => row)).toEqual(says);
  });

  it("says of each line without an address that it has none", () => {
    expect(read("ada@example.org\nbob")).toEqual([
      [1, { ...ada, name: "" }],
      [2, "No email address."],
    ]);
  });
});

describe("a row is refused", () => {
  const head = "email,name,section,role,id";
  it.each([
    ["for its address", "ada@nowhere,Ada", "This is not an email address: ada@nowhere"],
    ["for its address with a space", "ada love@example.org,Ada", "This is not an email address: ada love@example.org"],
    ["for a formula as a name", '"ada@example.org","=HYPERLINK(""http://x"")"', /^The name begins like a formula/],
    ["for a formula as an address", "=1+1@example.org,Ada", /^The email begins like a formula/],
    ["for a formula as a section", "ada@example.org,Ada,@SUM(A1)", /^The section begins like a formula/],
    ["for a formula as an id", "ada@example.org,Ada,,,+49", /^The id begins like a formula/],
    ["for its role", "ada@example.org,Ada,,Dean", "There is no role “Dean”: student, assistant or instructor."],
    ["for too long a name", `ada@example.org,${"a".repeat(101)}`, "The name has more than 100 characters."],
    ["for too long a section", `ada@example.org,Ada,${"a".repeat(61)}`, "The section has more than 60 characters."],
    ["for too long an address", `${"a".repeat(300)}@example.org,Ada`, /^This is not an email address/],
    [
      "for more values than columns",
      "ada@example.org,Ada,,,,more",
      "The row has more values than the head has columns.",
    ],
    ["for a value over lines", '"ada@example.org","Ada\nbob@example.org"', /several lines/],
    ["for saying nothing", ",,Monday,,", "No email address."],
  ])("%s", (_why, row, why) => {
    const [found] = read(`${head}\n${row}`);
    expect(found?.[1]).toEqual(typeof why === "string" ? why : expect.stringMatching(why));
  });

  it("and names the line that a person would look for", () => {
    const lines = read(`${head}\nada@example.org,Ada\n\n\nbob,Bob`).map(([line]) => line);
    expect(lines).toEqual([2, 5]);
  });
});

describe("a roster is refused as a whole", () => {
  it.each([
    [
      "where a quotation mark is never closed",
      'email,name\nada@example.org,"Ada\nbob@example.org,Bob',
      /mark in line 2 is never closed/,
    ],
    ["where there is nothing", " \n\n", /nothing/],
    ["where it has too many rows", "a@example.org\n".repeat(20_001), /20001 rows/],
    ["where a row has no end", `email,name\nada@example.org,${"a".repeat(20_000)}`, /more than 10000 characters/],
  ])("%s", (_where, text, why) => {
    expect(readRecords(text)).toEqual({ ok: false, error: expect.stringMatching(why) });
  });
});

describe("a file", () => {
  const bytes = (...all: number[]) => Uint8Array.from(all);
  const text = "email,name\nada@example.org,José";
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])],
    ["Latin-1", Uint8Array.from(Buffer.from(text, "latin1"))],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")])],
    ["UTF-16, the other way round", Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, "utf16le").swap16()])],
  ])("is read in %s", (_encoding, file) => {
    expect(decodeRoster(file)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["a spreadsheet's own", bytes(0x50, 0x4b, 3, 4, 20), /spreadsheet/],
    ["an old spreadsheet's", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /spreadsheet/],
    ["a PDF", bytes(0x25, 0x50, 0x44, 0x46), /PDF/],
    ["a program", bytes(0x7f, 0x45, 0, 0, 0), /not a text/],
    ["too large", new Uint8Array(largestRoster + 1), /larger than 2 MB/],
  ])("is refused where it is %s", (_what, file, why) => {
    expect(decodeRoster(file)).toEqual({ ok: false, error: expect.stringMatching(why) });
  });

  it("leads to rows or to a sentence, whatever is in it", () => {
    const pieces = fc.constantFrom(
      ",",
      ";",
      "\t",
      '"',
      "\n",
      "@",
      "=",
      "email",
      "name",
      "ada@example.org",
      "é",
      "<",
      ">",
      " ",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const tidied = decodeRoster(new TextEncoder().encode(text));
        const records = tidied.ok ? readRecords(tidied.value) : tidied;
        if (!records.ok) return records.error !== "";
        return readRows(records.value).rows.every(({ row }) => !row.ok || row.value.email !== "");
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});
