import { createServer } from "node:http";
import next from "next";
import { log } from "../../lib/observe";
import { answering } from "./server/answering";
import { speakThroughLog } from "./server/console";
import { inOrder } from "./server/ending";
import { routePatterns } from "./server/routes";

/**
 * The HTTP server around the production build: it gives every request its id, writes one line about it, and ends in order when it
 * is asked to. The framework does the rest.
 */
speakThroughLog();
// Whoever starts us does so at the root.
const root = process.cwd();
const port = Number(process.env.PORT ?? 3000);

const application = next({ dev: false, dir: root, port, quiet: true });
await application.prepare();

const server = createServer(answering(application.getRequestHandler(), routePatterns(root)));
// Proxies keep their connections for a minute: it is theirs to close an idle one, or a request gets lost between the two.
server.keepAliveTimeout = 75_000;
server.listen({ port }, () => log.info({ port }, "listening"));
inOrder(server);
