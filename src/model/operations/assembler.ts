/** Just enough of WebAssembly's binary format (webassembly.github.io/spec/core/binary) to write one function by hand. */

/** Bytes of instructions. */
export type Code = readonly number[];

/** Signed LEB128, as constants are written. */
function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return last ? [low] : [low | 0x80, ...signed(rest)];
}

/** Unsigned LEB128, as indices and lengths are. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

const two =
  (code: number) =>
  (left: Code, right: Code): Code => [...left, ...right, code];
const simd = (code: number) => [0xfd, ...unsigned(code)];
const body = (lines: readonly Code[]): Code => lines.flat();

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const plus = two(0x6a);
export const minus = two(0x6b);
export const times = two(0x6c);
export const less = two(0x48);
/** Runs `then` where `condition` is not 0, else `otherwise`. */
export const when = (condition: Code, then: readonly Code[], otherwise: readonly Code[] = []): Code => [
  ...condition,
  0x04,
  0x40,
  ...body(then),
  ...(otherwise.length > 0 ? [0x05, ...body(otherwise)] : []),
  0x0b,
];
/** Runs `lines` as long as `condition`, looked at before each turn, is not 0. */
export const whilst = (condition: Code, lines: readonly Code[]): Code => [
  ...[0x03, 0x40],
  ...when(condition, [...lines, [0x0c, 0x01]]),
  0x0b,
];
/** Runs `lines`, and again as long as `condition` is not 0: a branch less in each turn. */
export const repeat = (lines: readonly Code[], condition: Code): Code => [
  ...[0x03, 0x40],
  ...body(lines),
  ...condition,
  ...[0x0d, 0x00, 0x0b],
];

export const loadNumber = (at: Code): Code => [...at, 0x2a, 2, 0];
export const storeNumber = (at: Code, value: Code): Code => [...at, ...value, 0x38, 2, 0];
export const zero: Code = [0x43, 0, 0, 0, 0];
/** Four numbers side by side, `offset` bytes after `at`. */
export const loadFour = (at: Code, offset: number): Code => [...at, ...simd(0x00), 2, ...unsigned(offset)];
export const storeFour = (at: Code, offset: number, value: Code): Code => [
  ...at,
  ...value,
  ...simd(0x0b),
  2,
  ...unsigned(offset),
];
/** One number, four times. */
export const loadAlike = (at: Code): Code => [...at, ...simd(0x09), 2, 0];
export const addFour = (left: Code, right: Code): Code => [...left, ...right, ...simd(0xe4)];
export const multiplyFour = (left: Code, right: Code): Code => [...left, ...right, ...simd(0xe6)];

interface Written {
  /** Of type i32; they are the first locals. */
  readonly parameters: number;
  /** More locals of type i32, and after them of type v128. */
  readonly integers: number;
  readonly vectors: number;
  readonly lines: readonly Code[];
}

/** A module that works on the memory `env.memory` and exports the function as `run`. */
export function moduleOf({ parameters, integers, vectors, lines }: Written): Uint8Array<ArrayBuffer> {
  const [integer, vector] = [0x7f, 0x7b];
  const list = (items: readonly Code[]) => [...unsigned(items.length), ...items.flat()];
  const sized = (bytes: Code) => [...unsigned(bytes.length), ...bytes];
  const text = (letters: string) => sized(Array.from(letters, (letter) => letter.charCodeAt(0)));
  const section = (id: number, items: readonly Code[]) => [id, ...sized(list(items))];
  const type = [0x60, ...list(Array.from({ length: parameters }, () => [integer])), 0];
  const locals = list([
    [...unsigned(integers), integer],
    [...unsigned(vectors), vector],
  ]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [type]),
    ...section(2, [[...text("env"), ...text("memory"), 2, 0, 1]]),
    ...section(3, [[0]]),
    ...section(7, [[...text("run"), 0, 0]]),
    ...section(10, [sized([...locals, ...lines.flat(), 0x0b])]),
  ]);
}
