import { pca } from "../../../src/geometry/pca";
import { KindPlane } from "../../../src/views/KindPlane";
import type { Figure } from "../figure";
import { layers, source } from "../trace";

const [first] = layers;
const vectors = Float32Array.from(layers.flatMap(({ data }) => [...data]));
const { points } = pca(vectors, (first?.data.length ?? 0) / source.length);

export const figure: Figure = {
  title: "Kinds: every token at five places of the residual stream, a kind each",
  Draw() {
    return (
      <KindPlane
        points={points}
        kinds={layers.flatMap((_, kind) => source.map(() => kind))}
        names={layers.map(({ label }) => label)}
        language="en"
        label="kinds"
      />
    );
  },
};
