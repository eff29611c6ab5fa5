import { MatrixView } from "../../../src/views/MatrixView";
import type { Figure } from "../figure";
import { numbers, source, value } from "../trace";

export const figure: Figure = {
  title: "Matrix: 128 activations of every token, cropped and scrolling",
  Draw({ theme }) {
    return (
      <MatrixView
        data={value("encoder.1.feedForward.ffnHidden").data}
        rowLabels={source}
        columnLabels={numbers(128)}
        numbered
        scale="signed"
        label="activations"
        theme={theme}
      />
    );
  },
};
