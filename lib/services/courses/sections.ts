import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database, inTransaction, isDuplicate, recordAct, storable, type Transaction } from "../../store";
import { notFound, refused } from "../error";
import type { Reply } from "../reply";
import { longestSectionName, mostSections } from "./limits";
import { lockCourse } from "./lock";
import { memberWith } from "./rights";
import type { SectionView } from "./views";

/** The order of names of sections: 2 before 10. */
export const byName = new Intl.Collator("en", { numeric: true }).compare;

/** The sections of a course by name, with how many people are in each. */
export async function loadSections(courseId: string): Promise<readonly SectionView[]> {
  const [rows, counted] = await Promise.all([
    database().section.findMany({ where: { courseId } }),
    database().enrolment.groupBy({ by: ["sectionId"], where: { courseId, leftAt: null }, _count: true }),
  ]);
  const people = new Map(counted.map(({ sectionId, _count }) => [sectionId, _count]));
  return rows
    .map(({ id, name }) => ({ id, name, people: people.get(id) ?? 0 }))
    .sort((one, other) => byName(one.name, other.name));
}

/** A section's name as it is stored. */
export function sectionName(typed: string): string {
  return storable(typed).replace(/\s+/g, " ").trim();
}

/** Makes a section, or gives one another name. */
export async function nameSection(
  viewer: Viewer,
  courseId: string,
  typed: string,
  sectionId?: string,
): Reply<{ readonly sectionId: string }> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  const name = sectionName(typed);
  const wrong = complaintAbout(name);
  if (wrong) return refused(wrong, { name: { message: wrong } });
  try {
    return await inTransaction((transaction) => storeName(transaction, courseId, name, sectionId));
  } catch (error) {
    if (isDuplicate(error)) return refused(taken);
    throw error;
  }
}

const taken = "There is a section with this name already.";

function complaintAbout(name: string): string | null {
  if (name === "") return "Please give a name.";
  return name.length > longestSectionName ? `A name has at most ${longestSectionName} characters.` : null;
}

async function storeName(transaction: Transaction, courseId: string, name: string, sectionId?: string) {
  await lockCourse(transaction, courseId);
  const sections = await transaction.section.findMany({ where: { courseId } });
  if (sections.some((each) => each.id !== sectionId && sameName(each.name, name))) return refused(taken);
  if (sectionId !== undefined) {
    if (!sections.some(({ id }) => id === sectionId)) return notFound();
    await transaction.section.update({ where: { id: sectionId }, data: { name } });
    return ok({ sectionId });
  }
  if (sections.length >= mostSections) return refused(`A course has at most ${mostSections} sections.`);
  const { id } = await transaction.section.create({ data: { courseId, name } });
  return ok({ sectionId: id });
}

/** Names that people would take for the same. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Removes a section. Its people stay in the course, in no section; extensions that it had end with it. */
export async function removeSection(viewer: Viewer, courseId: string, sectionId: string): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  const removed = await inTransaction(async (transaction) => {
    await lockCourse(transaction, courseId);
    const sections = await transaction.section.findMany({ where: { courseId }, select: { id: true } });
    if (!sections.some(({ id }) => id === sectionId)) return false;
    await transaction.section.delete({ where: { id: sectionId } });
    const act = { action: "section-removed", by: member.value.personId, subject: courseId, courseId } as const;
    await recordAct(transaction, { ...act, facts: { section: sectionId } });
    return true;
  });
  return removed ? ok(null) : notFound();
}
