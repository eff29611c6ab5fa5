/** Why a worker that trains has ended by itself, as the page learns of it. */
import { contextLost } from "../../engine/protocol";

export type Ended = "died" | "contextLost";

/** Of an error that a worker did not catch, or answered with, its message alone crosses. */
export function endedBy(message: string): Ended {
  return message.includes(contextLost) ? "contextLost" : "died";
}
