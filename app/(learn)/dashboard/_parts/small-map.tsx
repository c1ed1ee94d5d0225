import { TableTwin } from "@/app/_components/charts/table-twin";
import { Link } from "@/app/_components/link";
import { SmallGraph } from "@/app/(learn)/map/small-graph";
import { standingInWords } from "@/app/(learn)/map/words";
import type { MapTopicView } from "@/lib/services";

/** The map beside other things, with its table. */
export function SmallMap({ topics }: { topics: readonly MapTopicView[] }) {
  return (
    <section aria-labelledby="map">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="map" className="heading">
          Your map
        </h2>
        <Link href="/map" className="link text-[0.9375rem]">
          With names, in full
        </Link>
      </div>
      <SmallGraph topics={topics} />
      <TableTwin
        caption="Topics by their numbers"
        heads={["No.", "Topic", "Standing", "Due"]}
        rows={topics.map((topic) => (
          <tr key={topic.id}>
            <td>{topic.order}</td>
            <th scope="row" className="font-normal">
              {topic.title}
            </th>
            <td className="whitespace-nowrap">{standingInWords(topic)}</td>
            <td>{topic.due}</td>
          </tr>
        ))}
      />
    </section>
  );
}
