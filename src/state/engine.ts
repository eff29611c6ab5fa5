/**
 * Keeps an engine running for the page: picks a backend, tries the next where one fails, starts again where one is
 * lost, and asks the last question again. Knows nothing of React or of how the page looks.
 */
import type { Answer, Backend, ModelInfo, ModelSource, Problem, RunRequest } from "../engine/protocol";
import type { Connection } from "./connection";
import { frame } from "./frame";
import type { CardBackend } from "./graphics";

/** WASM answers soonest, so it draws the first picture. */
const soonest: Backend = "wasm";
/** Tried in this order from the start. */
const order: readonly Backend[] = [soonest, "webgl", "webgpu", "cpu"];

export type EngineNotice =
  | { readonly kind: "backendFailed"; readonly backend: Backend; readonly next: Backend; readonly reason: string }
  | { readonly kind: "contextLost" | "workerDied"; readonly backend: Backend; readonly next: Backend }
  | { readonly kind: "noBackend"; readonly reasons: string };

export interface EngineEvents {
  status(kind: "starting" | "ready" | "running" | "recovering", backend: Backend | null): void;
  model(model: ModelInfo): void;
  answer(answer: Answer): void;
  notice(notice: EngineNotice): void;
  /** Bytes that have come of a model that is being loaded; null when none is any more. */
  loading(source: ModelSource | null, received: number): void;
  /** What is written so far, of the last request. */
  written(text: string, tokens: number): void;
  /** The model itself cannot be used; another backend would not help. */
  modelFailed(problem: Problem): void;
}

/** What the engine runs on. */
export interface Machine {
  /** Starts a worker. */
  readonly connect: () => Connection;
  /** Whether the backend would compute on a graphics card. */
  readonly hasCard: (backend: CardBackend) => Promise<boolean>;
}

interface Running {
  readonly connection: Connection;
  readonly backend: Backend;
  readonly source: ModelSource;
}

export class Engine {
  private readonly connect: () => Connection;
  private readonly hasCard: Machine["hasCard"];
  private readonly events: EngineEvents;
  /** The model that is wanted: the one that runs, or is being loaded. */
  private source: ModelSource;
  /** Being started; not yet in use. */
  private opening: Connection | null = null;
  private running: Running | null = null;
  private wanted: Backend | "auto" = "auto";
  /** Counts starts: what belongs to an older one is dropped. */
  private era = 0;
  private latest: RunRequest | null = null;
  /** Whether the latest request has its answer. */
  private answered = false;
  private asked: { readonly running: Running; readonly request: RunRequest } | null = null;

  constructor({ connect, hasCard }: Machine, source: ModelSource, events: EngineEvents) {
    this.connect = connect;
    this.hasCard = hasCard;
    this.source = source;
    this.events = events;
  }

  /** Starts on that backend, or the best there is; the one at hand serves until the new one has started. */
  async start(wanted: Backend | "auto"): Promise<void> {
    this.wanted = wanted;
    const first = wanted === "auto" ? order : [wanted, ...order.filter((backend) => backend !== wanted)];
    await this.startFirst(first, "starting");
  }

  /** Loads another model beside the one at hand, which serves until then, and stays where the other cannot be used. */
  async openModel(source: ModelSource): Promise<void> {
    this.source = source;
    await this.start(this.wanted);
  }

  /** Gives up loading another model; the one at hand stays. */
  cancelLoading(): void {
    if (!this.running) return;
    this.era += 1;
    this.opening?.close();
    this.keepRunning(this.running);
  }

  /** The engine that runs, for questions about its last answer. */
  get api(): Connection["api"] | null {
    return this.running?.connection.api ?? null;
  }

  /** The backend that another model would be opened on. */
  get first(): Backend {
    return this.wanted === "auto" ? soonest : this.wanted;
  }

  /** Asks; the answer comes as an event. */
  run(request: RunRequest): void {
    this.latest = request;
    void this.ask();
  }

  close(): void {
    this.era += 1;
    this.opening?.close();
    this.running?.connection.close();
    this.running = null;
  }

  private keepRunning(running: Running): void {
    this.source = running.source;
    this.events.loading(null, 0);
    this.events.status("ready", running.backend);
  }

  /** The first of these that starts becomes the engine. */
  private async startFirst(candidates: readonly Backend[], status: "starting" | "recovering"): Promise<void> {
    this.era += 1;
    this.opening?.close();
    const { era, source } = this;
    const reasons: string[] = [];
    for (const [index, backend] of candidates.entries()) {
      this.events.status(status, backend);
      // Progress has a channel of its own: its last word may come after the answer.
      let open = false;
      const started = await this.open(backend, (received) => {
        if (!open && era === this.era) this.events.loading(source, received);
      });
      open = true;
      if (era !== this.era) {
        if (started.kind === "opened") started.connection.close();
        return;
      }
      if (started.kind === "opened") {
        this.adopt({ connection: started.connection, backend, source }, started.model);
        if (this.wanted === "auto") void this.improve(era);
        return;
      }
      if (started.problem && started.problem.kind !== "backend") {
        this.events.loading(null, 0);
        this.events.modelFailed(started.problem);
        if (this.running) this.keepRunning(this.running);
        return;
      }
      reasons.push(`${backend}: ${started.reason}`);
      const next = candidates[index + 1];
      if (next) this.events.notice({ kind: "backendFailed", backend, next, reason: started.reason });
    }
    this.events.loading(null, 0);
    this.events.notice({ kind: "noBackend", reasons: reasons.join("; ") });
    if (this.running) this.keepRunning(this.running);
  }

  private async open(
    backend: Backend,
    progress?: (received: number) => void,
  ): Promise<
    | { readonly kind: "opened"; readonly connection: Connection; readonly model: ModelInfo }
    | { readonly kind: "failed"; readonly problem: Problem | null; readonly reason: string }
  > {
    const connection = this.connect();
    // A trial beside the engine that serves has no progress to show, and is not what a new start replaces.
    if (progress) this.opening = connection;
    try {
      // A worker that dies while it starts never answers.
      const died = new Promise<never>((_, reject) => connection.onLost((reason) => reject(new Error(reason))));
      const started = await Promise.race([connection.api.start(backend, this.source, progress), died]);
      if (started.kind === "started") return { kind: "opened", connection, model: started.model };
      connection.close();
      const { problem } = started;
      return { kind: "failed", problem, reason: problem.kind === "backend" ? problem.message : problem.kind };
    } catch (error) {
      connection.close();
      return { kind: "failed", problem: null, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private adopt(next: Running, model: ModelInfo): void {
    this.running?.connection.close();
    this.running = next;
    this.opening = null;
    this.events.loading(null, 0);
    next.connection.onWritten((run, text, tokens) => {
      // News comes by a port of its own, and may arrive after the answer that it was to precede.
      if (this.running === next && this.latest?.id === run && !this.answered) this.events.written(text, tokens);
    });
    next.connection.onLost((reason) => {
      if (this.running !== next) return;
      const rest = order.filter((backend) => backend !== next.backend);
      // The failed one comes last, so that a lone backend is tried again.
      const candidates = [...rest, next.backend];
      const [first = next.backend] = candidates;
      const kind = reason === "contextLost" ? "contextLost" : "workerDied";
      this.events.notice({ kind, backend: next.backend, next: first });
      next.connection.close();
      this.running = null;
      // What was lost once in this visit is not preferred again.
      this.wanted = first;
      void this.startFirst(candidates, "recovering");
    });
    this.events.model(model);
    this.events.status("ready", next.backend);
    void this.ask();
  }

  private async ask(): Promise<void> {
    const [running, request] = [this.running, this.latest];
    // A model that came has been asked already where its scene is another.
    if (!running || !request || (this.asked?.running === running && this.asked.request === request)) return;
    this.asked = { running, request };
    this.answered = false;
    this.events.status("running", running.backend);
    const answer = await running.connection.api.run(request).catch(() => null);
    if (answer === null || this.running !== running || this.latest !== request) return;
    this.answered = true;
    this.events.status("ready", running.backend);
    this.events.answer(answer);
  }

  /** Times the graphics card on the question at hand, beside the engine that serves, and changes over where it pays. */
  private async improve(era: number): Promise<void> {
    const current = await this.time(this.running?.connection ?? null, era);
    for (const backend of ["webgl", "webgpu"] as const) {
      if (era !== this.era || current === null) return;
      if (!(await this.hasCard(backend)) || era !== this.era) continue;
      const opened = await this.open(backend);
      if (opened.kind !== "opened") continue;
      const milliseconds = await this.time(opened.connection, era);
      // WebGL within a frame is preferred, since it leaves the processor free.
      const better = milliseconds !== null && (backend === "webgl" ? milliseconds <= frame : milliseconds < current);
      if (better && era === this.era) {
        return this.adopt({ connection: opened.connection, backend, source: this.source }, opened.model);
      }
      opened.connection.close();
    }
  }

  /** Time of a pass in ms; null where there is nothing to time, it fails, or another start came between. */
  private async time(connection: Connection | null, era: number): Promise<number | null> {
    if (!connection || !this.latest) return null;
    const milliseconds = await connection.api.time(this.latest).catch(() => null);
    return era === this.era ? milliseconds : null;
  }
}
