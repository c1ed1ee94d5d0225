/** Rosters that somebody might hand in who means harm, or whose program is broken, by what they try. */

const repeat = (text: string, times: number) => text.repeat(times);
const bytes = (...numbers: readonly number[]) => Uint8Array.from(numbers);
const utf8 = (text: string) => new TextEncoder().encode(text);

export const hostileRosters: readonly (readonly [tries: string, file: Uint8Array])[] = [
  ["nothing", utf8("")],
  ["blanks", utf8(" \n\t\n  ")],
  ["a head alone", utf8("name,email\n")],
  ["a mark at the start", utf8("\uFEFFname,email\nAda,ada@example.org")],
  ["two marks at the start", utf8("\uFEFF\uFEFFname,email\nAda,ada@example.org")],
  ["half a mark", bytes(0xef, 0xbb, 0x61)],
  ["UTF-16 with half a character", bytes(0xff, 0xfe, 0x61)],
  ["UTF-16 with halves of characters", bytes(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00)],
  ["bytes that are no text", bytes(...Array.from({ length: 2_000 }, (_, at) => (at * 7) % 256))],
  ["NUL", utf8("name,email\nA\0da,ada@example.org")],
  ["control signs", utf8("name,email\n\u0001\u001B[31mAda\u0007,ada@example.org")],
  [
    "a quotation mark that is never closed",
    utf8(`name,email\n"Ada,ada@example.org\n${repeat("x,y@example.org\n", 5_000)}`),
  ],
  ["quotation marks alone", utf8(repeat('"', 50_001))],
  ["quotation marks within", utf8('name,email\nA"d"a,ada@example.org\n"B""ob",bob@example.org')],
  ["a hundred thousand columns", utf8(`email${repeat(",x", 100_000)}\nada@example.org${repeat(",y", 100_000)}`)],
  ["a hundred thousand columns within what a row may have", utf8(`${repeat(",", 9_900)}\n${repeat(",", 9_900)}`)],
  ["a row without an end", utf8(`email\n${repeat("x", 1_000_000)}`)],
  ["more rows than are read", utf8(`email\n${repeat("a@example.org\n", 30_000)}`)],
  [
    "line ends of all kinds",
    utf8("name,email\rAda,ada@example.org\r\nBob,bob@example.org\n\u2028Cy,cy@example.org\u0085"),
  ],
  ["a separator that is none", utf8("sep=\u0000\nname|email\nAda|ada@example.org")],
  ["separators of all kinds", utf8("name;email\tid,section\nAda;ada@example.org\t1,A")],
  [
    "formulas",
    utf8(
      'name,email,section,id\n"=HYPERLINK(""https://evil.example"",""x"")",ada@example.org,+1+1,@SUM(A1)\n-2+3,bob@example.org,\t=1,"\r=1"',
    ),
  ],
  ["a command behind a bar", utf8("name,email\n=cmd|' /C calc'!A0,ada@example.org")],
  ["markup", utf8('name,email\n<img src=x onerror=alert(1)>,ada@example.org\n"<script>",bob@example.org')],
  ["names of every object", utf8("__proto__,constructor,email\ntoString,valueOf,ada@example.org")],
  ["the same column often", utf8(`email,email,email\na@example.org,b@example.org,c@example.org`)],
  [
    "addresses that are none",
    utf8(
      `email\n${["@", "a@", "@b", "a@b@c", "a b@example.org", `${repeat("a", 400)}@example.org`, "a@example.org\u202E", "<a@example.org>", "mailto:a@example.org"].join("\n")}`,
    ),
  ],
  ["addresses that look like others", utf8("email\nаda@example.org\nada@exаmple.org\nada@example。org")],
  ["names that turn the text round", utf8("name,email\n\u202EadA\u202C,ada@example.org")],
  ["a name without an end", utf8(`name,email\n${repeat("Ada ", 2_000)},ada@example.org`)],
  ["a stack of marks", utf8(`name,email\nA${repeat("\u0301", 4_000)},ada@example.org`)],
  ["roles that nobody has", utf8("email,role\nada@example.org,admin\nbob@example.org,owner\ncy@example.org,__proto__")],
  [
    "a section for each row",
    utf8(`email,section\n${Array.from({ length: 5_000 }, (_, at) => `a${at}@example.org,S${at}`).join("\n")}`),
  ],
  ["a spreadsheet's own file", bytes(0x50, 0x4b, 3, 4, 0, 0)],
  ["more than is read", new Uint8Array(2_000_001).fill(97)],
];
