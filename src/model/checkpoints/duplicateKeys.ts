/** Finds keys that occur twice in one JSON object: `JSON.parse` keeps the last without a word, other readers the first. */

/** Index just past the string literal that starts at `start`. */
function afterString(json: string, start: number): number {
  let index = start + 1;
  while (index < json.length && json[index] !== '"') index += json[index] === "\\" ? 2 : 1;
  return index + 1;
}

/** The first key that an object of `json` names twice, or null. `json` must already have passed `JSON.parse`. */
export function duplicateKey(json: string): string | null {
  /** The keys of each open object; null for an open array. */
  const open: (Set<string> | null)[] = [];
  for (let index = 0; index < json.length; ) {
    const character = json[index];
    if (character !== '"') {
      if (character === "{") open.push(new Set());
      else if (character === "[") open.push(null);
      else if (character === "}" || character === "]") open.pop();
      index += 1;
      continue;
    }
    const end = afterString(json, index);
    let next = end;
    while (/\s/.test(json[next] ?? "")) next += 1;
    if (json[next] === ":") {
      // Parsed, because "a" and "\u0061" are one key.
      const key = String(JSON.parse(json.slice(index, end)));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    index = end;
  }
  return null;
}
