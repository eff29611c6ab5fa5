/** Takes a run's steps one after another for as long as it is wanted to, and tells of it. */
import type { TuningProgress } from "../../model/tuning/progress";
import { breathe } from "../interruptions";
import type { Tuning } from "./tuning";

/** Between two news, at least; in ms. */
const pause = 200;
/** Scoring takes this share of the time at most, but for the first and the last time. */
const scoring = 0.25;

export class TuningLoop {
  private readonly run: Tuning;
  private readonly tell: (progress: TuningProgress) => void;
  private wanted = false;
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
    this.going ??= this.go().finally(() => {
      this.going = null;
    });
    return this.going;
  }

  /** Resolves when the step at hand is done and told of. */
  async pause(): Promise<void> {
    this.wanted = false;
    await this.going;
  }

  /** How things stand. */
  async news(scored: boolean): Promise<void> {
    const { run, losses, spent } = this;
    const began = performance.now();
    // A model whose loss is no number has nothing to show.
    const score = scored && run.ending !== "diverged" ? await run.score() : null;
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
      const began = performance.now();
      this.losses.push(await this.run.step());
      this.spent += performance.now() - began;
      if (performance.now() - told >= pause && !this.run.ending) {
        await this.news(performance.now() >= this.nextScore);
        told = performance.now();
      }
      await breathe();
    }
    await this.news(true);
  }
}
