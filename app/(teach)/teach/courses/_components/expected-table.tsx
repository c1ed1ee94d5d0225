import { dropInvitation } from "@/app/_actions/people";
import { ActionForm } from "@/app/_components/action-form";
import type { InvitationView } from "@/lib/services";

interface Props {
  courseId: string;
  invitations: readonly InvitationView[];
  /** True for those who may take somebody off the roster. */
  edits: boolean;
}

/** Who is on the roster and has not come. */
export function ExpectedTable({ courseId, invitations, edits }: Props) {
  const table = (
    <div className="scroll-x relative mt-3">
      <table className="table min-w-2xl">
        <thead>
          <tr>
            <th scope="col">Email</th>
            <th scope="col">Name</th>
            <th scope="col">Section</th>
            <th scope="col">Role</th>
            {edits && (
              <th scope="col">
                <span className="sr-only">Take off</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <Row key={invitation.id} invitation={invitation} edits={edits} />
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!edits) return table;
  return (
    <ActionForm action={dropInvitation} fields={{ courseId }}>
      {table}
    </ActionForm>
  );
}

function Row({ invitation: { email, name, section, role }, edits }: { invitation: InvitationView; edits: boolean }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        {email}
      </th>
      <td className="text-soft">{name || "–"}</td>
      <td className="text-soft">{section ?? "–"}</td>
      <td className="text-soft">{role}</td>
      {edits && (
        <td className="text-end">
          <button type="submit" name="email" value={email} className="link" aria-label={`Take ${email} off the roster`}>
            Take off
          </button>
        </td>
      )}
    </tr>
  );
}
