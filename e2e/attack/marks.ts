import { nameOfStudent } from "./actors";
import { rowsOf } from "./table";

/**
 * Words that are planted in what somebody owns, and stand nowhere else. Whoever is answered with one has read it. Answers are numbers,
 * because answers must be readable.
 */
export const marks = {
  course: "zqcourse",
  hidden: "zqhidden",
  foreignCourse: "zqforeign",
  name: nameOfStudent,
  work: "271828",
  practice: "314159",
  typed: "zqtyped",
  draft: "zqdraft",
  draftOfOwn: "zqreworked",
  roster: "zqroster",
  invited: "zqinvited",
  rule: "zqrule",
  points: "zqreason",
  extension: "zqextension",
  token: "zqtoken",
  message: "zqmessage",
} as const;

export type Mark = keyof typeof marks;

/** Who may read which, wherever it stands. An answer to anybody else with the mark in it is a hole, whatever its status. */
export const readers = rowsOf(
  `
  #             nobody student other assistant foreign instructor admin
  course        -      yes     yes   yes       -       yes        yes
  hidden        -      -       -     yes       -       yes        yes
  foreignCourse -      -       -     -         yes     -          yes
  name          -      yes     -     yes       -       yes        yes
  work          -      yes     -     yes       -       yes        yes
  # Those who write problems read the answers of practice, by name those of their own students.
  practice      -      yes     -     -         yes     yes        yes
  typed         -      yes     -     -         -       -          -
  draft         -      -       -     -         -       yes        yes
  draftOfOwn    -      -       -     -         -       yes        yes
  roster        -      -       -     -         -       yes        yes
  invited       -      -       -     yes       -       yes        yes
  rule          -      -       -     yes       -       yes        yes
  points        -      yes     -     yes       -       yes        yes
  extension     -      yes     -     yes       -       yes        yes
  token         -      yes     -     -         -       -          -
  message       -      yes     -     -         -       -          -
  `,
  ["yes", "-"],
);

/** The marks in a text. */
export function marksIn(text: string): readonly Mark[] {
  return (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark]));
}
