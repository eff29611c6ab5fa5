/** A model as it stood at a moment that was kept: its passes, and no step. Owns the memory of the weights. */
import { keep, type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../../model/config";
import type { Batch } from "../../model/training/batch";
import { type Packing, packingOf } from "../../model/training/packing";
import { type Onlooked, readWeight, type Seen, seePass } from "./pass";

export class Still implements Onlooked {
  readonly steps: number;
  private readonly config: ModelConfig;
  private readonly packing: Packing;
  private readonly packed: Tensor;

  /** `weights` [N] in the order of the packing; throws where they are of another model. */
  constructor(config: ModelConfig, steps: number, weights: Float32Array) {
    this.steps = steps;
    this.config = config;
    this.packing = packingOf(config);
    const { size } = this.packing;
    if (weights.length !== size) throw new Error(`There are ${weights.length} weights; this model has ${size}.`);
    this.packed = keep(tensor1d(weights));
  }

  see(batch: Batch, names: readonly string[]): Promise<Readonly<Record<string, Seen>>> {
    return seePass(this.config, this.packing, this.packed, batch, names);
  }

  weight(name: string): Promise<Seen> {
    return readWeight(this.packing, this.packed, name);
  }

  dispose(): void {
    this.packed.dispose();
  }
}
