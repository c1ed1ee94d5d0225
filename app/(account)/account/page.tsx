import type { Metadata } from "next";
import { Confirm } from "@/app/_components/confirm";
import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getPersonalData, ownerName, type PersonalDataView } from "@/lib/services";
import { EraseForm } from "./_components/erase-form";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const asking = await viewer();
  const data = shown(await getPersonalData(asking), "/account");
  const isGuest = data.email === null;
  return (
    <>
      <PageTitle title={isGuest ? "Your work on this device" : "Your account"} lead={leadOf(data)} />
      <div className="mt-8 max-w-[62ch] space-y-12">
        {!isGuest && (
          <p>
            Programs of yours can act for you with{" "}
            <Link href="/tokens" className="link">
              API tokens
            </Link>
            .
          </p>
        )}
        <Download />
        <Erase data={data} owner={ownerName(asking)} />
      </div>
    </>
  );
}

function leadOf({ name, email }: PersonalDataView): string {
  return email === null ? "You have no account; what you did here is kept for this browser." : `${name}, ${email}`;
}

function Download() {
  return (
    <section aria-labelledby="download">
      <h2 id="download" className="heading">
        Download everything about you
      </h2>
      <p className="mt-1 mb-4 text-soft">
        One file in JSON with every row that the database holds about you. Verdicts that an assignment does not show yet
        stay out until it does, and so does what belongs to the keys of problems; the file says so.
      </p>
      <a href="/account/export" download className="button">
        Download
      </a>
    </section>
  );
}

function Erase({ data, owner }: { data: PersonalDataView; owner: string }) {
  return (
    <section aria-labelledby="erase" className="border-t border-line pt-6">
      <h2 id="erase" className="heading">
        Erase {data.email === null ? "this work" : "your account"}
      </h2>
      {data.demonstration ? (
        <p className="mt-1 text-soft">This account belongs to the demonstration, which everybody shares. It stays.</p>
      ) : (
        <>
          <p className="mt-1 text-soft">
            {counted(data.answers, "answer")} since <Moment date={data.since} /> (UTC), with their grades, your drafts,
            your progress and your places in courses, go for good. Your instructors do not see your grades any more.
          </p>
          {data.email !== null && (
            <p className="mt-3 mb-4 text-soft">
              What others rely on stays without your name: problems that you published, points and extensions that you
              gave, regrades that you began, and the log of who did what, where you become “somebody whose account is
              erased”. Files that others have downloaded and backups are out of reach; backups go with their age.
            </p>
          )}
          <div className="mt-4">
            <Confirm label={data.email === null ? "Erase this work…" : "Erase your account…"}>
              <p>This cannot be undone. Download your data first if you want to keep it.</p>
              <EraseForm email={data.email} owner={owner} />
            </Confirm>
          </div>
        </>
      )}
    </section>
  );
}
