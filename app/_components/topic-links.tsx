import { Link } from "./link";

interface Props {
  topics: readonly { readonly id: string; readonly title: string }[];
  className: string;
}

/** A list of topics by their titles. */
export function TopicLinks({ topics, className }: Props) {
  return (
    <ul className={className}>
      {topics.map(({ id, title }) => (
        <li key={id}>
          <Link href={`/topics/${id}`} className="link">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
