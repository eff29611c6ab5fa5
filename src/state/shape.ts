/** What the map of a model is drawn from, by its config. */
import type { ArchitectureShape } from "../geometry/architecture";
import type { ModelConfig } from "../model/config";

export function shapeOf(config: ModelConfig): ArchitectureShape {
  const { heads, norm } = config;
  const common = { heads, norm, feedForward: config.feedForward > 0, finalNorm: true, head: [] } as const;
  switch (config.architecture) {
    case "encoderDecoder": {
      const { encoderLayers, decoderLayers, finalNorm } = config;
      return { ...common, encoderLayers, decoderLayers, finalNorm, start: ["embedding", "position"] };
    }
    case "decoderOnly":
      return {
        ...common,
        encoderLayers: 0,
        decoderLayers: config.layers,
        finalNorm: config.finalNorm,
        start: ["embedding", "position"],
      };
    case "imageEncoder":
      return {
        ...common,
        encoderLayers: config.layers,
        decoderLayers: 0,
        start: ["patches", "position"],
        head: ["firstToken"],
      };
    case "encoderOnly":
      return {
        ...common,
        encoderLayers: config.layers,
        decoderLayers: 0,
        finalNorm: false,
        start: ["embedding", "position", "norm"],
        head: config.classes === null ? ["head"] : ["firstToken", "head"],
      };
  }
}
