/** Takes a run's steps one after another for as long as it is wanted to, and tells of it now and then. */
import type { Progress } from "../../model/training/progress";
import { breathe } from "../interruptions";
import type { TrainingRun } from "./run";

/** Between two news, at least; in ms. */
const pause = 100;
/** Examining takes this share of the time at most. */
const examining = 0.1;

export class TrainingLoop {
  private readonly run: TrainingRun;
  private readonly tell: (progress: Progress) => void;
  private readonly now: () => number;
  private wanted = false;
  private going: Promise<void> | null = null;
  /** Since the last news. */
  private losses: number[] = [];
  private tokens = 0;
  private told: number;
  private nextExamination = 0;
  private speed = { tokensPerSecond: 0, stepsPerSecond: 0 };

  constructor(run: TrainingRun, tell: (progress: Progress) => void, now: () => number = () => performance.now()) {
    this.run = run;
    this.tell = tell;
    this.now = now;
    this.told = now();
  }

  /** Goes on until the run is over or `pause` is called. */
  play(): void {
    this.wanted = true;
    this.told = this.now();
    this.going ??= this.go().finally(() => {
      this.going = null;
    });
  }

  /** Resolves when the step at hand is done and told of. */
  async pause(): Promise<void> {
    this.wanted = false;
    await this.going;
  }

  /** A single step, examined after it. */
  async once(): Promise<void> {
    await this.pause();
    if (this.run.ending) return;
    this.told = this.now();
    await this.take(true);
    await this.news(true);
  }

  /** How things stand before any step. */
  async look(): Promise<void> {
    await this.news(true);
  }

  private async go(): Promise<void> {
    while (this.wanted && !this.run.ending) {
      const kept = this.run.nearMoment;
      const due = kept || this.now() - this.told >= pause;
      await this.take(due);
      // The end is told of below, once.
      if (due && !this.run.ending) await this.news(kept || this.now() >= this.nextExamination);
      await breathe();
    }
    await this.news(true);
  }

  private async take(measured: boolean): Promise<void> {
    const { loss, tokens } = await this.run.step(measured);
    this.losses.push(loss);
    this.tokens += tokens;
  }

  private async news(examined: boolean): Promise<void> {
    const began = this.now();
    const seconds = Math.max(1e-3, (began - this.told) / 1000);
    const { losses, tokens, run } = this;
    // A model whose loss is no number has nothing to show.
    const found = examined && run.ending?.kind !== "diverged" ? await run.examine() : null;
    if (found) this.nextExamination = this.now() + Math.max(1000, (this.now() - began) / examining);
    if (losses.length > 0) this.speed = { tokensPerSecond: tokens / seconds, stepsPerSecond: losses.length / seconds };
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    this.tell({
      point: {
        step: run.steps,
        loss: losses.length > 0 ? mean : (found?.score.loss ?? Number.NaN),
        rate: run.rate,
        scores: found && { trained: found.trained, heldOut: found.score },
      },
      ...this.speed,
      groups: run.groups,
      examined: found,
      moment: found && (await run.moment()),
      ending: run.ending,
    });
    this.losses = [];
    this.tokens = 0;
    this.told = this.now();
  }
}
