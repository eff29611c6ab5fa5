import { useState } from "react";
import { NeuronView } from "../../../src/views/NeuronView";
import type { Figure } from "../figure";
import { head, target } from "../trace";

const [name, query, width] = ["decoder.0.selfAttention", 8, 16];

export const figure: Figure = {
  title: "Attention: a query against every key, dimension by dimension",
  Draw({ theme }) {
    const [key, setKey] = useState(6);
    return (
      <NeuronView
        query={head(`${name}.queryHeads`, 1).subarray(query * width, (query + 1) * width)}
        keys={head(`${name}.keyHeads`, 1)}
        queryLabel={target[query] ?? ""}
        keyLabels={target}
        keyLanguage="fr"
        weights={head(`${name}.pattern`, 1).subarray(query * target.length, (query + 1) * target.length)}
        masked={(index) => index > query}
        selectedKey={key}
        onSelectKey={setKey}
        label="query and keys of decoder block 1, head 2"
        theme={theme}
      />
    );
  },
};
