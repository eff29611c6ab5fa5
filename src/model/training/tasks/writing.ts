/** Tasks of going on writing: names by character, and a text of the visitor's own. */
import { Fault } from "../../fault";
import { below, oneOf, type TrainingTask } from "./task";

const list =
  "ada adele agnes alan albert alma amara amelia amos anders anita anna anton arthur astrid aurora ava basil beatrice " +
  "bella benedict bernard bertha boris bruno camille carla caroline casper cecilia celia charles charlotte clara claude " +
  "clement cora daisy daniel daria david delia dennis diana dora dorothy edgar edith edmund edward elena eleanor elias " +
  "elisa ella elsa emil emilia emma enid erica ernest esther ethel eugene eva evelyn fabian felix fiona flora florence " +
  "frances frank frida gabriel gemma george gerald gloria grace greta gustav hannah harold harriet hazel hector helen " +
  "helena henry herbert hilda hugo ida ingrid irene iris isaac isabel ivan ivy jacob james jane jasper joan johanna john " +
  "jonas joseph josephine judith julia julian juliet karl katherine klara konrad laura laurence lea leon leonard leonora " +
  "lewis lilian linda linus lorenzo louis louisa lucas lucia lucy ludwig lydia mabel magda marcel margaret maria marian " +
  "marie marina mario marion martha martin mary matilda maurice max maya melanie michael mila mina miriam monica moritz " +
  "nadia nathan nina nora norman octavia olga oliver olivia oscar otto pamela patrick paul paula pearl peter petra philip " +
  "quentin rachel ralph raymond rebecca regina robert roland roman rosa rosalind rose rudolf rufus ruth sabina samuel " +
  "sandra sara sebastian selma serena silvia simon sofia stella stephen susan sylvester tamara teresa theodor thomas tina " +
  "tobias ulrich ursula valentin valerie vera verena victor victoria vincent viola violet virginia vivian walter wanda " +
  "wilfred wilhelm william winifred xavier yvonne zelda zoe";
const all = list.split(" ");

/** Given the first letter of a name, its rest. */
export const names: TrainingTask = {
  symbols: [...new Set(list.replaceAll(" ", ""))].sort(),
  separator: "",
  longestSource: 0,
  longestTarget: Math.max(...all.map((name) => name.length)),
  draw(random) {
    const target = [...oneOf(all, random)];
    return { source: [], target };
  },
};

/** Characters that a piece of a text has. */
const piece = 32;
/** Of different characters at most; the rarest are read as the commonest of all, the space. */
const mostSymbols = 96;

/** Pieces of a text by character; throws a Fault where it is too short to learn from. */
export function ownText(text: string): TrainingTask {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const symbols = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostSymbols)
    .map(([character]) => character);
  const known = new Set(symbols).add(" ");
  const characters = Array.from(text, (character) => (known.has(character) ? character : " "));
  if (characters.length < 8 * piece) {
    throw new Fault("fault.training.short", { found: characters.length, needed: 8 * piece });
  }
  return {
    symbols: [...known].sort(),
    separator: "",
    longestSource: 0,
    longestTarget: piece,
    draw(random) {
      // Whole pieces, so that what is held out stands in no other piece.
      const start = piece * below(Math.floor(characters.length / piece), random);
      return { source: [], target: characters.slice(start, start + piece) };
    },
  };
}
