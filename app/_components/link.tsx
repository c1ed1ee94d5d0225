import NextLink from "next/link";
import type { ComponentProps } from "react";

/** A link within the site. Every page is made anew for who asks, so that nothing of use could be fetched ahead of the asking. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
