import type { Metadata } from "next";
import { MasteryChart } from "@/app/_components/charts/mastery-chart";
import { PracticeCalendar } from "@/app/_components/charts/practice-calendar";
import { GuestInvitation } from "@/app/_components/guest-invitation";
import { Messages } from "@/app/_components/messages";
import { PageTitle } from "@/app/_components/page-title";
import { PlacementInvitation } from "@/app/_components/placement-invitation";
import { ProgressBar } from "@/app/_components/progress-bar";
import { counted } from "@/app/_components/words";
import { isSignedIn, viewer } from "@/lib/auth";
import { type DashboardView, getDashboard, getMap, type MapTopicView } from "@/lib/services";
import { Now } from "./_parts/now";
import { Recent } from "./_parts/recent";
import { Reviews } from "./_parts/reviews";
import { Slips } from "./_parts/slips";
import { SmallMap } from "./_parts/small-map";
import { Topics } from "./_parts/topics";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  const asking = await viewer();
  const now = new Date();
  const [board, map] = await Promise.all([getDashboard(asking, now), getMap(asking, now)]);
  return (
    <>
      <PageTitle title="Dashboard" lead={summary(board)} />
      {board.attempted > 0 && (
        <div className="mt-6 max-w-2xl">
          <ProgressBar done={board.solved} of={board.problems} what="problems solved" />
        </div>
      )}
      <div className="mt-6 empty:hidden">
        <Messages viewer={asking} />
      </div>
      <Now now={board.now} />
      {board.attempted === 0 && <PlacementInvitation className="mt-3" />}
      {!isSignedIn(asking) && (
        <div className="mt-6">
          <GuestInvitation returnTo="/dashboard" />
        </div>
      )}
      {hasBegun(board) ? <Board board={board} map={map} /> : <NothingYet map={map} />}
    </>
  );
}

function summary({ solved, attempted, problems }: DashboardView): string {
  if (attempted === 0) return `${counted(problems, "problem")} to solve. None tried yet.`;
  const open = attempted - solved;
  return `${solved} of ${counted(problems, "problem")} solved${open > 0 ? `, ${open} tried and still open` : ""}.`;
}

/** By an answer or by a placement. */
const hasBegun = ({ attempted, weeks }: DashboardView): boolean =>
  attempted > 0 || weeks.some(({ mastered, practised, learning }) => mastered + practised + learning > 0);

interface Props {
  board: DashboardView;
  map: readonly MapTopicView[];
}

const columns = "mt-12 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-2";

function Board({ board, map }: Props) {
  return (
    <div className={columns}>
      <div className="min-w-0 space-y-12">
        <Skills board={board} />
        <Slips slips={board.slips} />
        {board.recent.length > 0 && <Recent recent={board.recent} />}
      </div>
      <div className="min-w-0 space-y-12">
        <SmallMap topics={map} />
        <Reviews topics={map} nextDue={board.nextDue} />
        <section aria-labelledby="practice">
          <h2 id="practice" className="heading mb-3">
            Days of practice
          </h2>
          <PracticeCalendar days={board.days} />
        </section>
        <Topics topics={board.topics} />
      </div>
    </div>
  );
}

function Skills({ board: { weeks, skills } }: { board: DashboardView }) {
  return (
    <section aria-labelledby="mastery">
      <h2 id="mastery" className="heading mb-3">
        Your skills, week by week
      </h2>
      <MasteryChart weeks={weeks} />
      <p className="hint mt-3">Of {skills} skills in all. A level can fall as well as rise.</p>
    </section>
  );
}

/** Before the first answer there is the map, and what the rest of the page will be for. */
function NothingYet({ map }: { map: readonly MapTopicView[] }) {
  return (
    <div className={columns}>
      <SmallMap topics={map} />
      <section aria-labelledby="soon">
        <h2 id="soon" className="heading mb-3">
          What you will find here
        </h2>
        <p className="text-soft">From your first answer on, this page shows</p>
        <ul className="mt-2 list-disc space-y-1 pl-5 text-soft">
          <li>how your skills grow, week by week,</li>
          <li>what you are about to forget, in reviews of ten minutes,</li>
          <li>the slips that come back, each with problems that train it,</li>
          <li>on which days you practised, and what you answered.</li>
        </ul>
      </section>
    </div>
  );
}
