import { beforeAll, describe, expect, it } from "vitest";
import { startI18n, type Translate } from "../../i18n";
import { longFacts, scoreText } from "./facts";

let t: Translate;
beforeAll(() => {
  const started = startI18n();
  t = (key, values) => started.t(key, values ?? {});
});

describe("facts of a model", () => {
  it("says shares in percent, and what is counted in bits or nats as it is", () => {
    expect(scoreText(t, { type: "exact_match", name: "", value: 0.999 })).toBe("99.9 % exact on unseen examples");
    expect(scoreText(t, { type: "bits_per_byte", name: "", value: 1.4612 })).toBe("1.46 bits per byte of unseen text");
  });

  it("names a metric that it has no words for as the card does", () => {
    expect(scoreText(t, { type: "f1", name: "F1 of spans", value: 0.5 })).toBe("F1 of spans: 0.50");
  });

  it("leaves out a score that nobody measured", () => {
    const facts = { name: "a", title: "A", does: "", architecture: "encoderOnly", parameters: 250_000 } as const;
    const said = longFacts(t, { ...facts, bytes: 5_250_000, score: null }, "en");
    expect(said).toBe("5.3 MB · encoder-only · 0.25 M parameters");
  });
});
