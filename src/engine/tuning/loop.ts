/** Takes a run's steps one after another for as long as it is wanted to, and tells of it. */
import type { TuningProgress, TuningScore } from "../../model/tuning/progress";
import { breathe, Superseded } from "../interruptions";
import type { Tuning } from "./tuning";

/** Between two news, at least; in ms. */
const pause = 200;
/** Scoring takes this share of the time at most, but for the first and the last time. */
const scoring = 0.25;

export class TuningLoop {
  private readonly run: Tuning;
  private readonly tell: (progress: TuningProgress) => void;
  private wanted = false;
  /** Whether nobody waits for a score any more. */
  private stopped = false;
  private going: Promise<void> | null = null;
  /** Since the last news. */
  private losses: number[] = [];
  private spent = 0;
  private nextScore = 0;

  constructor(run: Tuning, tell: (progress: TuningProgress) => void) {
    this.run = run;
    this.tell = tell;
  }

  /** Resolves when the run is over or paused. */
  play(): Promise<void> {
    this.wanted = true;
    this.stopped = false;
    return this.alone(() => this.go());
  }

  /** Resolves when the step at hand is done and told of. */
  async pause(): Promise<void> {
    this.wanted = false;
    await this.going;
  }

  /** The same, without a last score: one that is being made is given up. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.pause();
  }

  /** A single step, scored after it. */
  async once(): Promise<void> {
    await this.pause();
    this.stopped = false;
    if (this.run.ending) return;
    await this.alone(async () => {
      await this.take();
      await this.news(true);
    });
  }

  /** How things stand before any step, or where a run is gone on with. */
  look(): Promise<void> {
    this.stopped = false;
    return this.alone(() => this.news(true));
  }

  private async news(scored: boolean): Promise<void> {
    const { run, losses, spent } = this;
    const began = performance.now();
    // A model whose loss is no number has nothing to show.
    const score = scored && run.ending !== "diverged" ? await this.score() : null;
    if (score) this.nextScore = performance.now() + (performance.now() - began) * (1 / scoring - 1);
    const count = losses.length;
    this.tell({
      step: run.steps,
      loss: count > 0 ? losses.reduce((sum, loss) => sum + loss, 0) / count : null,
      rate: run.rate,
      stepMs: count > 0 ? spent / count : 0,
      bytes: run.bytesHeld,
      score,
      over: run.ending,
    });
    this.losses = [];
    this.spent = 0;
  }

  private async go(): Promise<void> {
    let told = performance.now();
    while (this.wanted && !this.run.ending) {
      await this.take();
      if (performance.now() - told >= pause && !this.run.ending) {
        await this.news(performance.now() >= this.nextScore);
        told = performance.now();
      }
      await breathe();
    }
    await this.news(true);
  }

  private async take(): Promise<void> {
    const began = performance.now();
    this.losses.push(await this.run.step());
    this.spent += performance.now() - began;
  }

  /** Takes a while, in which the worker still hears what is asked of it. */
  private async score(): Promise<TuningScore | null> {
    try {
      return await this.run.score(async () => {
        await breathe();
        if (this.stopped) throw new Superseded();
      });
    } catch (error) {
      if (error instanceof Superseded) return null;
      throw error;
    }
  }

  private alone(work: () => Promise<void>): Promise<void> {
    this.going ??= work().finally(() => {
      this.going = null;
    });
    return this.going;
  }
}
