import { useState } from "react";
import type { DerivedCell } from "../../../src/engine/protocol";
import { isMessageKey, useTranslation } from "../../../src/i18n";
import type { Explanation } from "../../../src/model/explain/explain";
import { Derivation } from "../../../src/views/Derivation";
import { Formula } from "../../../src/views/Formula";
import type { Figure } from "../figure";
import traced from "../traces/derivations.json";

const recorded = traced.recorded as unknown as readonly { cell: DerivedCell; explanation: Explanation }[];

export const figure: Figure = {
  title: "Derivations: one number of each kind, its formula, and where it comes from",
  Draw() {
    const { t } = useTranslation();
    const [followed, setFollowed] = useState("");
    return (
      <>
        <p className="soft small" aria-live="polite">
          {followed}
        </p>
        <div className="gallery-cards">
          {recorded.map(({ cell, explanation }) => {
            const title = `step.${explanation.role}.title`;
            return (
              <div key={cell.name} className="gallery-card">
                <h3 className="title">{isMessageKey(title) ? t(title, { C: 96, H: 6, D: 16, F: 256 }) : cell.name}</h3>
                <p className="soft small">
                  {cell.name} [{cell.index.join(", ")}]
                </p>
                <Formula equations={explanation.formula} />
                <Derivation
                  cell={cell}
                  explanation={explanation}
                  label={(axis, place) => {
                    if (axis === "T") return traced.target[place] ?? null;
                    return axis === "S" ? (traced.source[place] ?? null) : null;
                  }}
                  onFollow={({ name }, index) => setFollowed(`${name} [${index.join(", ")}]`)}
                />
              </div>
            );
          })}
        </div>
      </>
    );
  },
};
