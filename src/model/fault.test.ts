import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Fault, refusal, shown } from "./fault";

const schema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("a"), size: z.number().int().positive().max(5) }),
  z.object({ kind: z.literal("b"), of: z.enum(["x", "y"]), pairs: z.union([z.array(z.string()), z.null()]) }),
]);

describe("a fault", () => {
  it("says in English what its key and values say", () => {
    const fault = new Fault("fault.tensor.shape", { name: "wte.weight", found: "2, 3", needed: "4, 3" });
    expect(fault.message).toBe("wte.weight: its shape is [2, 3]; [4, 3] is needed.");
    expect(fault).toMatchObject({ key: "fault.tensor.shape", values: { name: "wte.weight" } });
  });

  it("keeps what a file holds short", () => {
    expect(shown("a".repeat(1_000)).length).toBeLessThan(210);
    expect(shown(undefined)).toBe("missing");
  });

  it.each<[unknown, string]>([
    [3, "f.json holds 3; object is needed."],
    [{}, 'f.json: kind is missing; "a", "b" is needed.'],
    [{ kind: "a", size: "7" }, 'f.json: size is "7"; number is needed.'],
    [{ kind: "a", size: 1.5 }, "f.json: size is 1.5; integer is needed."],
    [{ kind: "a", size: 7 }, "f.json: size is 7; ≤ 5 is needed."],
    [{ kind: "a", size: 0 }, "f.json: size is 0; > 0 is needed."],
    [{ kind: "b", of: "q", pairs: null }, 'f.json: of is "q"; "x", "y" is needed.'],
    [{ kind: "b", of: "x", pairs: 3 }, "f.json: pairs is 3; array | null is needed."],
  ])("names key, found and needed of %j", (json, message) => {
    const { error } = schema.safeParse(json);
    if (!error) throw new Error("The schema took it.");
    expect(refusal("f.json", json, error).message).toBe(message);
  });
});
