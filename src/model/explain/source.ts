/**
 * Cuts the piece out of this project's own source text that a step is about. The text is laid out by the formatter, and
 * that is all this relies on: declarations start at the left edge, properties of an operation two spaces in.
 */

/** A declaration at the left edge, with the comment above it. */
interface Declaration {
  readonly names: readonly string[];
  readonly text: string;
}

function declarations(source: string): Declaration[] {
  const found: Declaration[] = [];
  const lines = source.split("\n");
  let start = 0;
  let names: string[] | null = null;
  for (const [at, line] of lines.entries()) {
    const head = /^(?:export )?(?:const|function) (\[[^\]]*\]|\w+)/.exec(line);
    if (head) names = [...(head[1] ?? "").matchAll(/\w+/g)].map(([name]) => name);
    const ends = line.startsWith("}") || line.startsWith(")") || /^\S.*;$/.test(line);
    if (names && ends) {
      found.push({ names, text: lines.slice(start, at + 1).join("\n") });
      names = null;
    }
    if (line === "" || (ends && names === null)) start = names ? start : at + 1;
  }
  return found;
}

/** The kernel of an operation's file, after the declarations of the file that it uses; throws where there is none. */
export function kernelText(source: string): string {
  const lines = source.split("\n");
  const from = lines.findIndex((line) => /^ {2}kernel[(:]/.test(line));
  if (from < 0) throw new Error("The file has no kernel.");
  const next = lines.findIndex((line, at) => at > from && (/^ {2}[\w/]/.test(line) || line.startsWith("}")));
  const kernel = lines
    .slice(from, next)
    .map((line) => line.slice(2))
    .join("\n")
    .replace(/,$/, "");
  const all = declarations(source).filter(({ text }) => !/^ {2}kernel[(:]/m.test(text));
  const used = new Set<Declaration>();
  const visit = (text: string) => {
    for (const declaration of all) {
      if (used.has(declaration) || !declaration.names.some((name) => mentions(text, name))) continue;
      used.add(declaration);
      visit(declaration.text);
    }
  };
  visit(kernel);
  return [...all.filter((declaration) => used.has(declaration)).map(({ text }) => text), kernel].join("\n\n");
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![.\\w"])${name}(?![\\w"]|:)`).test(text);
}

/** The statements of a forward function that name a value, each with its comment at the end of the line. */
export function statementsNaming(source: string, value: string): string[] {
  const lines = source.split("\n");
  const literal = lines.flatMap((line, at) => (line.includes(`"${value}"`) ? [at] : []));
  const found = literal.length > 0 ? literal : builtNames(lines, value);
  const statements = new Map<number, string>();
  for (const at of found) {
    let [first, last] = [at, at];
    while (first > 0 && !endsStatement(lines[first - 1] ?? "")) first -= 1;
    while (last < lines.length - 1 && !/;$/.test(code(lines[last] ?? ""))) last += 1;
    statements.set(first, unindented(lines.slice(first, last + 1)));
  }
  return [...statements.values()];
}

/** Lines of a name that is put together, such as `${of}Heads` for queryHeads, and of its first part. */
function builtNames(lines: readonly string[], value: string): number[] {
  const built = lines.flatMap((line, at) => {
    const suffix = /`\$\{\w+\}(\w+)`/.exec(line)?.[1];
    return suffix !== undefined && value.endsWith(suffix) ? [{ at, first: value.slice(0, -suffix.length) }] : [];
  });
  return built.flatMap(({ at, first }) => [
    at,
    ...lines.flatMap((line, other) => (line.includes(`"${first}"`) ? [other] : [])),
  ]);
}

/** A line without its comment. */
function code(line: string): string {
  return line.replace(/\s*\/\/.*$/, "").trim();
}

function endsStatement(line: string): boolean {
  const rest = code(line);
  return rest === "" || /[;{}]$/.test(rest) || rest.endsWith("*/");
}

function unindented(lines: readonly string[]): string {
  const indent = /^ */.exec(lines[0] ?? "")?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, line.search(/\S|$/)))).join("\n");
}
