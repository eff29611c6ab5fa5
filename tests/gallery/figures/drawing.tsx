import { useState } from "react";
import { DrawingPad } from "../../../src/views/DrawingPad";
import type { Figure } from "../figure";
import { digit } from "../trace";

const start: readonly number[] = digit.map((byte) => byte / 255);

export const figure: Figure = {
  title: "Drawing: a digit of MNIST, with patches of 4 by 4 pixels",
  Draw() {
    const [pixels, setPixels] = useState(start);
    return <DrawingPad pixels={pixels} onDraw={setPixels} patch={4} label="digit" />;
  },
};
