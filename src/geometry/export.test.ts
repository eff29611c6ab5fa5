import { describe, expect, it } from "vitest";
import { fileName, matrixCsv, matrixJson } from "./export";

const matrix = {
  data: Float32Array.of(0.1, -1e9, Number.NaN, 1 / 3),
  rowLabels: ['say "hi"', "a,b"],
  columnLabels: ["the", "line\nbreak"],
};

describe("a matrix as text", () => {
  it("is JSON whose numbers are the same 32-bit floats when they are read again", () => {
    const { rows, columns, values } = JSON.parse(matrixJson(matrix));
    expect(rows).toEqual(matrix.rowLabels);
    expect(columns).toEqual(matrix.columnLabels);
    expect(values[1][0]).toBeNull();
    expect(Float32Array.from([values[0][0], values[0][1], values[1][1]])).toEqual(Float32Array.of(0.1, -1e9, 1 / 3));
  });
  it("is CSV with labels in quotes where they need them", () => {
    expect(matrixCsv(matrix)).toBe(
      ',the,"line\nbreak"\r\n"say ""hi""",0.100000001,-1000000000\r\n"a,b",,0.333333343\r\n',
    );
  });
});

describe("names of files", () => {
  it("keep letters of any language and digits, and nothing that a file system minds", () => {
    expect(fileName("attention: block 2/head 1", "csv")).toBe("attention-block-2-head-1.csv");
    expect(fileName("编码器 1", "png")).toBe("编码器-1.png");
    expect(fileName("../..", "svg")).toBe("figure.svg");
  });
});
