/**
 * A matrix product for the WASM backend, written by hand: the library's own does one number at a time where there is a
 * batch or a transpose, which in training is nearly everywhere. Goto and van de Geijn 2008 in small: eight columns of B
 * are laid side by side, and four rows of A go past them at a time.
 */
import {
  addFour,
  type Code,
  constant,
  get,
  less,
  loadAlike,
  loadFour,
  loadNumber,
  minus,
  moduleOf,
  multiplyFour,
  plus,
  repeat,
  set,
  storeFour,
  storeNumber,
  times,
  when,
  whilst,
  zero,
} from "./assembler";

/** Strides are in bytes. */
export interface Product {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly aRow: number;
  readonly aColumn: number;
  readonly bRow: number;
  readonly bColumn: number;
  readonly batch: number;
  readonly aStep: number;
  readonly bStep: number;
  /** Address of room for `scratchNumbers(k)` numbers. */
  readonly scratch: number;
  /** Address of n numbers that are added to every row; 0 for none. */
  readonly bias: number;
}
const parameters = "a b c m n k aRow aColumn bRow bColumn batch aStep bStep scratch bias".split(
  " ",
) as (keyof Product)[];

/** Columns of a panel. */
const columns = 8;
const rowsAtOnce = 4;
/** In the scratch: what a row starts with, then a row of a panel that is not full, then the panel. */
const [tail, panel] = [4 * columns, 8 * columns];

export function scratchNumbers(k: number): number {
  return panel / 4 + columns * k;
}

function lines(): { readonly integers: number; readonly vectors: number; readonly code: readonly Code[] } {
  const local = Object.fromEntries(parameters.map((name, index) => [name, index])) as Record<keyof Product, number>;
  const integers = ["i", "j", "p", "width", "from", "to", "at", "column", "row0", "row1", "row2", "row3"] as const;
  const at = Object.fromEntries(integers.map((name, index) => [name, parameters.length + index])) as Record<
    (typeof integers)[number],
    number
  >;
  const vector = (index: number) => parameters.length + integers.length + index;
  const [left, right, alike] = [vector(8), vector(9), vector(10)];
  const given = (name: keyof Product) => get(local[name]);
  const own = (name: keyof typeof at) => get(at[name]);
  const add = (where: number, by: Code) => set(where, plus(get(where), by));
  const rowPointers = [at.row0, at.row1, at.row2, at.row3];

  /** Numbers of the bias, or zeros, for the columns of this panel; nothing past the last. */
  const fillStart = [
    set(at.column, constant(0)),
    whilst(less(own("column"), constant(columns)), [
      set(at.to, plus(given("scratch"), times(own("column"), constant(4)))),
      set(at.from, plus(given("bias"), times(plus(own("j"), own("column")), constant(4)))),
      when(
        given("bias"),
        [
          when(
            less(own("column"), own("width")),
            [storeNumber(own("to"), loadNumber(own("from")))],
            [storeNumber(own("to"), zero)],
          ),
        ],
        [storeNumber(own("to"), zero)],
      ),
      add(at.column, constant(1)),
    ]),
  ];
  const copyRow = [
    set(at.column, constant(0)),
    set(at.at, own("from")),
    whilst(less(own("column"), constant(columns)), [
      when(
        less(own("column"), own("width")),
        [storeNumber(plus(own("to"), times(own("column"), constant(4))), loadNumber(own("at")))],
        [storeNumber(plus(own("to"), times(own("column"), constant(4))), zero)],
      ),
      add(at.at, given("bColumn")),
      add(at.column, constant(1)),
    ]),
  ];
  const copyWhole = [
    storeFour(own("to"), 0, loadFour(own("from"), 0)),
    storeFour(own("to"), 16, loadFour(own("from"), 16)),
  ];
  const side = less(minus(given("bColumn"), constant(4)), constant(1)); // bColumn is 4: numbers side by side
  const fillPanel = [
    set(at.p, given("k")),
    set(at.from, plus(given("b"), times(own("j"), given("bColumn")))),
    set(at.to, plus(given("scratch"), constant(panel))),
    repeat(
      [
        when(times(side, less(constant(columns - 1), own("width"))), copyWhole, copyRow),
        add(at.from, given("bRow")),
        add(at.to, constant(4 * columns)),
        set(at.p, minus(own("p"), constant(1))),
      ],
      own("p"),
    ),
  ];

  /** C's rows i to i + rows of this panel. */
  const tile = (rows: number): readonly Code[] => {
    const each = Array.from({ length: rows }, (_, row) => row);
    const pointer = (row: number) => rowPointers[row] ?? at.row0;
    return [
      ...each.flatMap((row) => [
        set(pointer(row), plus(given("a"), times(plus(own("i"), constant(row)), given("aRow")))),
        set(vector(2 * row), loadFour(given("scratch"), 0)),
        set(vector(2 * row + 1), loadFour(given("scratch"), 16)),
      ]),
      set(at.p, given("k")),
      set(at.from, plus(given("scratch"), constant(panel))),
      repeat(
        [
          set(left, loadFour(own("from"), 0)),
          set(right, loadFour(own("from"), 16)),
          ...each.flatMap((row) => [
            set(alike, loadAlike(get(pointer(row)))),
            set(vector(2 * row), addFour(get(vector(2 * row)), multiplyFour(get(alike), get(left)))),
            set(vector(2 * row + 1), addFour(get(vector(2 * row + 1)), multiplyFour(get(alike), get(right)))),
            add(pointer(row), given("aColumn")),
          ]),
          add(at.from, constant(4 * columns)),
          set(at.p, minus(own("p"), constant(1))),
        ],
        own("p"),
      ),
      ...each.flatMap((row) => {
        const first = plus(times(plus(own("i"), constant(row)), given("n")), own("j"));
        const store = (where: Code) => [
          storeFour(where, 0, get(vector(2 * row))),
          storeFour(where, 16, get(vector(2 * row + 1))),
        ];
        return [
          set(at.to, plus(given("c"), times(first, constant(4)))),
          when(less(constant(columns - 1), own("width")), store(own("to")), [
            ...store(plus(given("scratch"), constant(tail))),
            set(at.column, constant(0)),
            whilst(less(own("column"), own("width")), [
              storeNumber(
                plus(own("to"), times(own("column"), constant(4))),
                loadNumber(plus(plus(given("scratch"), constant(tail)), times(own("column"), constant(4)))),
              ),
              add(at.column, constant(1)),
            ]),
          ]),
        ];
      }),
      add(at.i, constant(rows)),
    ];
  };

  const code = [
    whilst(given("batch"), [
      set(at.j, constant(0)),
      whilst(less(own("j"), given("n")), [
        set(at.width, minus(given("n"), own("j"))),
        ...fillStart,
        ...fillPanel,
        set(at.i, constant(0)),
        whilst(less(plus(own("i"), constant(rowsAtOnce - 1)), given("m")), tile(rowsAtOnce)),
        whilst(less(own("i"), given("m")), tile(1)),
        add(at.j, constant(columns)),
      ]),
      add(local.a, given("aStep")),
      add(local.b, given("bStep")),
      add(local.c, times(times(given("m"), given("n")), constant(4))),
      set(local.batch, minus(given("batch"), constant(1))),
    ]),
  ];
  return { integers: integers.length, vectors: 11, code };
}

let assembled: WebAssembly.Module | null | undefined;

/** null where the browser lacks the instructions. */
function assemble(): WebAssembly.Module | null {
  if (typeof WebAssembly === "undefined") return null;
  const { integers, vectors, code } = lines();
  const bytes = moduleOf({ parameters: parameters.length, integers, vectors, lines: code });
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

/** Whether the product can run here. */
export function hasGemm(): boolean {
  if (assembled === undefined) assembled = assemble();
  return assembled !== null;
}

const instances = new WeakMap<WebAssembly.Memory, (product: Product) => void>();

/** The product over that memory: C [batch, m, n] = A [batch, m, k] × B [batch, k, n] + bias; only where `hasGemm`. */
export function gemmOver(memory: WebAssembly.Memory): (product: Product) => void {
  const known = instances.get(memory);
  if (known) return known;
  if (!hasGemm() || !assembled) throw new Error("The matrix product cannot run here.");
  const { run } = new WebAssembly.Instance(assembled, { env: { memory } }).exports;
  if (typeof run !== "function") throw new Error("The matrix product was not assembled.");
  const gemm = (product: Product) => run(...parameters.map((name) => product[name]));
  instances.set(memory, gemm);
  return gemm;
}
