/** How numbers are written, everywhere alike. */

/** An attention weight or probability in two decimals; the full value belongs on hover. */
export function weight(value: number): string {
  return value.toFixed(2);
}

/** Any number in at most six characters, for the cell of a matrix: "-0.42", "31.6", "1204", "-1e+9". */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size < 9.995) return weight(value).replace("-0.00", "0.00");
  return size < 99.95 ? value.toFixed(1) : size < 99_999.5 ? value.toFixed(0) : value.toExponential(0);
}

/** A number of an arithmetic that is read through: four decimals, "-0.5460", "1204.3000", "3.2e-6", "-1.0000e+9". */
export function decimal(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 0.00005) return value.toExponential(1);
  return size < 99_999.5 ? value.toFixed(4) : value.toExponential(4);
}

/** Three digits that count, for numbers of any size: "0.421", "-31.6", "4.21e-4". */
export function significant(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return "0";
  return size < 1e-2 || size >= 1e5 ? value.toExponential(2) : size >= 99.95 ? value.toFixed(0) : value.toPrecision(3);
}

/** All that a 32-bit float holds. */
export function full(value: number): string {
  return value === 0 ? "0" : Math.abs(value) < 1e-4 ? value.toExponential(3) : value.toFixed(6);
}

/** 0.9724 → "97.2 %"; what rounds to nothing but is not nothing is said as "< 0.1 %". */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return "< 0.1 %";
  return `${(share * 100).toFixed(1)} %`;
}

const tenThousands = new Intl.NumberFormat("zh-Hans", { notation: "compact" });

/** 273632 → "0.27 M"; in Chinese, which counts in ten thousands, "27 万", and "9856 " with the space before its noun. */
export function parameterCount(count: number, language: string): string {
  if (language.startsWith("zh")) return tenThousands.format(count).replace(/[\d.]+/, "$& ");
  return `${(count / 1e6).toFixed(2)} M`;
}

/** Bytes, small ones too: 41000 → "41 kB", 1500000 → "1.5 MB". */
export function size(bytes: number): string {
  return bytes < 99_500 ? `${(bytes / 1000).toFixed(0)} kB` : megabytes(bytes);
}

/** Bytes: 1500000 → "1.5 MB", 1234567890 → "1,235 MB". */
export function megabytes(bytes: number): string {
  const count = bytes / 1e6;
  return `${count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString("en")} MB`;
}
