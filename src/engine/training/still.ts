/** A model as it stood at a moment that was kept: its passes, and no step. Owns the memory of the weights. */
import { keep, type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../../model/config";
import type { Batch } from "../../model/training/batch";
import { everyWeight, type Onlooked, type Parametrisation, readWeight, type Seen, seePass } from "./pass";

export class Still implements Onlooked {
  readonly steps: number;
  private readonly config: ModelConfig;
  private readonly parametrisation: Parametrisation;
  private readonly packed: Tensor;

  /** `weights` [N] in the order of the packing, or what is learned of a model; throws where they are of another one. */
  constructor(config: ModelConfig, steps: number, weights: Float32Array, parametrisation = everyWeight(config)) {
    this.steps = steps;
    this.config = config;
    this.parametrisation = parametrisation;
    const { size } = parametrisation.packing;
    if (weights.length !== size) throw new Error(`There are ${weights.length} weights; this model has ${size}.`);
    this.packed = keep(tensor1d(weights));
  }

  see(batch: Batch, names: readonly string[]): Promise<Readonly<Record<string, Seen>>> {
    return seePass(this.config, this.parametrisation, this.packed, batch, names);
  }

  weight(name: string): Promise<Seen> {
    return readWeight(this.parametrisation.packing, this.packed, name);
  }

  dispose(): void {
    this.packed.dispose();
  }
}
