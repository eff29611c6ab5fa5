/**
 * Serves a built app from a folder, compressed files first. What `npm start`, the browser journeys and the benchmark
 * use alike, so that what is measured is what visitors get.
 */
import { existsSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { workerPolicy } from "./contentSecurityPolicy";

export interface ServeOptions {
  readonly folder: string;
  /** Taken: the next free one is used. 0 for any. */
  readonly port: number;
  readonly host: string;
  /** Answers first; true when it did. For what the benchmark serves beside the app. */
  readonly before?: (...call: Parameters<RequestListener>) => boolean;
}

export interface Served {
  /** Ends in "/". */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function serve({ folder, port, host, before }: ServeOptions): Promise<Served> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`${folder}/ holds no build: run \`npm run build\` first.`);
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", caching(path));
      // Workers take their policy from their own script's headers.
      if (path.endsWith(".js")) response.setHeader("Content-Security-Policy", workerPolicy);
    },
  });
  const server = createServer((request, response) => {
    if (before?.(request, response)) return;
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain" });
      response.end("There is no such file.");
    });
  });
  const used = await listen(server, port, host);
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${used}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Built files carry a hash in their names; models keep theirs for a minute, which spans one start. */
function caching(path: string): string {
  if (path.startsWith("/assets/")) return "public, max-age=31536000, immutable";
  return path.startsWith("/models/") ? "public, max-age=60" : "no-cache";
}

/** The port that `server` got: `port`, or the first free one of the twenty after it. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once("error", resolve);
      server.listen(candidate, host, () => {
        server.off("error", resolve);
        resolve(null);
      });
    });
    if (failure === null) return (server.address() as AddressInfo).port;
    if (failure.code !== "EADDRINUSE" || candidate >= port + 20 || candidate >= 65_535) throw failure;
  }
}
