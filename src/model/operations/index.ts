/** All operations by kind, and what a forward function sees of them. */
import type { Name } from "../names";
import { activation } from "./activation";
import { add } from "./add";
import { embed } from "./embed";
import { firstToken } from "./firstToken";
import { layerNorm } from "./layerNorm";
import { linear } from "./linear";
import { mask } from "./mask";
import { matMul } from "./matMul";
import { mergeHeads } from "./mergeHeads";
import type { Attributes, Kind, Operation } from "./operation";
import { positionRows } from "./positionRows";
import { prependToken } from "./prependToken";
import { scale } from "./scale";
import { sinusoid } from "./sinusoid";
import { softmax } from "./softmax";
import { splitHeads } from "./splitHeads";
import { transpose } from "./transpose";

export const operations: { readonly [K in Kind]: Operation<K> } = {
  activation,
  add,
  embed,
  firstToken,
  layerNorm,
  linear,
  mask,
  matMul,
  mergeHeads,
  positionRows,
  prependToken,
  scale,
  sinusoid,
  softmax,
  splitHeads,
  transpose,
};

/** What a forward function is written against. Inference, tracing and training are implementations of this one method. */
export interface Operations<V> {
  /** Computes `kind` on `inputs`; the result is known as `name` from here on. */
  apply<K extends Kind>(kind: K, name: Name, inputs: readonly V[], attributes: Attributes[K]): V;
}

/** The weight of that name; throws where the model has none. */
export type Weights<V> = (name: string) => V;

export type { Attributes, Axis, Kind, Operation } from "./operation";
