import { describe, expect, it } from "vitest";
import { kernelText, statementsNaming } from "./source";

const operation = `import { run } from "./kernels";
import { input, type Operation } from "./operation";

/** Two constants. */
const [slope, cubic] = [2, 3];

/** Not used by the kernel. */
export function other(x: number): number {
  return x;
}

const table: Record<string, (x: number) => number> = {
  a: (x) => slope * x,
};

/** What it does. */
export const double: Operation<"double"> = {
  kind: "double",
  weights: [],
  kernel(inputs, { function: of }) {
    const quick = table[of];
    return quick ?? input(inputs, 0);
  },
  axes: (inputs) => input(inputs, 0),
};
`;

describe("the text of a kernel", () => {
  it("comes with the declarations that it uses, and theirs, and no others", () => {
    expect(kernelText(operation)).toBe(`/** Two constants. */
const [slope, cubic] = [2, 3];

const table: Record<string, (x: number) => number> = {
  a: (x) => slope * x,
};

kernel(inputs, { function: of }) {
  const quick = table[of];
  return quick ?? input(inputs, 0);
}`);
  });

  it("may be a single expression", () => {
    expect(kernelText('export const half = {\n  kernel: (inputs) =>\n    run("Half", inputs),\n};\n')).toBe(
      'kernel: (inputs) =>\n  run("Half", inputs)',
    );
  });

  it("is refused where there is none", () => {
    expect(() => kernelText("export const a = 1;\n")).toThrow("no kernel");
  });
});

const forward = `function f() {
  const { op } = layers;
  const split = (of: string) => op.apply("splitHeads", name(scope, \`\${of}Heads\`), [whole]);
  const query = split("query", project("query", x)); // [B, H, T, D]
  const seen =
    causal // looks back
      ? op.apply("mask", name(scope, "maskedScores"), [scaled], {
          causal,
        })
      : scaled;
  return seen;
}
`;

describe("the statements that name a value", () => {
  it("are whole, without indentation", () => {
    expect(statementsNaming(forward, "maskedScores")).toEqual([
      `const seen =
  causal // looks back
    ? op.apply("mask", name(scope, "maskedScores"), [scaled], {
        causal,
      })
    : scaled;`,
    ]);
  });

  it("keep their comment", () => {
    expect(statementsNaming(forward, "query")).toEqual([
      'const query = split("query", project("query", x)); // [B, H, T, D]',
    ]);
  });

  it("are those that put a name together, where it stands nowhere in full", () => {
    expect(statementsNaming(forward, "queryHeads")).toEqual([
      `const split = (of: string) => op.apply("splitHeads", name(scope, \`\${of}Heads\`), [whole]);`,
      'const query = split("query", project("query", x)); // [B, H, T, D]',
    ]);
  });

  it("are none where nothing names it", () => {
    expect(statementsNaming(forward, "logits")).toEqual([]);
  });
});
