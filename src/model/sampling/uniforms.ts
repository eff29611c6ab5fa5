import { randomNumbers } from "../parameters";

/**
 * A number in [0, 1) for each place of an output, the same for the same seed: what is drawn at a place does not depend on
 * how often the places before it were computed.
 */
export function uniforms(seed: number): (place: number) => number {
  const next = randomNumbers(seed);
  const drawn: number[] = [];
  return (place) => {
    while (drawn.length <= place) drawn.push(next());
    return drawn[place] ?? 0;
  };
}
