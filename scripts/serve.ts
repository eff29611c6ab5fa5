/** `npm start` after the build: serves dist/ and prints the address. Takes `--port N` and `--host NAME`. */
import { parseArgs } from "node:util";
import { serve } from "./build/server";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4173" }, host: { type: "string", default: "127.0.0.1" } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  process.exit(2);
}
const { address } = await serve({ folder: "dist", port, host: values.host });
console.log(`Glassformer is at ${address}`);
