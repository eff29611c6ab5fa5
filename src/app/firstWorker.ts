/**
 * The engine's first worker. This is the first module of the page that runs: the worker's scripts are read and compiled
 * while the page's own are still at work.
 */
import { startWorker } from "../state/connection";

export const firstWorker = startWorker();
