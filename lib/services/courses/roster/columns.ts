/** What a column of a roster can hold. */
export type ColumnField = "email" | "login" | "name" | "first" | "last" | "section" | "role" | "id" | "other-id";

/** How Canvas, Moodle and people head their columns, without case, accents and all that is no letter. */
const heads: { readonly [Field in ColumnField]: readonly string[] } = {
  email: [
    ...["email", "emailaddress", "emails", "mail", "mailaddress", "studentemail", "address", "adresseemail"],
    ...["emailadresse", "adressedecourriel", "courriel", "correo", "direcciondecorreo", "correoelectronico"],
  ],
  login: ["sisloginid", "loginid", "login", "username", "user", "anmeldename"],
  name: [
    ...["name", "fullname", "student", "studentname", "students", "displayname", "userfullname", "sortablename"],
    ...["vollstandigername", "nomcomplet", "nombrecompleto"],
  ],
  first: ["firstname", "first", "givenname", "forename", "vorname", "prenom", "nombre"],
  last: ["lastname", "last", "surname", "familyname", "nachname", "nom", "nomdefamille", "apellidos", "apellido"],
  section: ["section", "sections", "coursesection", "group", "groups", "gruppe", "gruppen", "groupe", "grupo", "class"],
  role: ["role", "roles", "type", "rolle", "rol", "courserole"],
  id: [
    ...["sisuserid", "sisid", "studentid", "idnumber", "studentnumber", "matriculationnumber", "externalid"],
    ...["idnummer", "matrikelnummer", "numerodidentification", "numerodeid"],
  ],
  "other-id": ["id", "userid", "canvasid"],
};

const fields = new Map(
  Object.entries(heads).flatMap(([field, names]) => names.map((name) => [name, field as ColumnField])),
);

/** A column that is read. */
export interface Column {
  readonly field: ColumnField;
  /** From 0. */
  readonly index: number;
  /** As the roster heads it. */
  readonly head: string;
}

/** What stands where in a roster that has a head. */
export interface Columns {
  readonly read: readonly Column[];
  /** The heads of columns that nothing is read from. */
  readonly ignored: readonly string[];
  /** How many columns the head has. */
  readonly count: number;
}

/** The columns that a first row names; `null` where it is no head but a row like the others. */
export function readHead(cells: readonly string[]): Columns | null {
  if (cells.some((cell) => cell.includes("@"))) return null;
  const named = cells.map((head, index) => ({ head, index, field: fields.get(plain(head)) }));
  const firsts = new Map<ColumnField, Column>();
  for (const { field, ...column } of named) {
    if (field !== undefined && !firsts.has(field)) firsts.set(field, { ...column, field });
  }
  const isHead = firsts.has("email") || firsts.has("login") || firsts.size >= 2;
  if (!isHead) return null;
  // The school's own id goes before the learning platform's.
  if (firsts.has("id")) firsts.delete("other-id");
  const read = [...firsts.values()];
  const ignored = named.filter(({ index, head }) => head !== "" && !read.some((column) => column.index === index));
  return { read, ignored: ignored.map(({ head }) => head), count: cells.length };
}

function plain(head: string): string {
  return head
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}
