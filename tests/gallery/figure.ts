/** What a file of figures/ exports: one figure with one recorded trace. */
import type { ComponentType } from "react";
import type { Theme } from "../../src/geometry/colour";

export interface FigureProps {
  readonly theme: Theme;
}

export interface Figure {
  readonly title: string;
  readonly Draw: ComponentType<FigureProps>;
}
