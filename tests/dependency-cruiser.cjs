/** The direction of imports: a folder imports from those after it in this list, never from those before. */
const order = ["main", "app", "chapters", "explorer", "views", "ui", "state", "engine", "model", "geometry", "i18n"];

/** `^src/(a|b)(/|\.|$)`: anything in these folders of src. */
const folders = (...names) => `^src/(${names.join("|")})(/|[.])`;

const downwards = order.slice(1).map((lower, index) => ({
  name: `${lower}-imports-nothing-above-it`,
  comment: "Arrows run downwards only (see README, architecture).",
  severity: "error",
  from: { path: folders(lower) },
  to: { path: folders(...order.slice(0, index + 1)) },
}));

const page = order.slice(0, order.indexOf("engine"));
const testFile = "[.]test[.]tsx?$";

module.exports = {
  forbidden: [
    ...downwards,
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolved",
      severity: "error",
      // Vite's own suffixes (such as ?url) are not files; what stands before them is.
      from: {},
      to: { couldNotResolve: true, pathNot: "([?](url|worker|raw)$)|^virtual:" },
    },
    {
      name: "the-page-knows-the-engine-by-its-protocol",
      comment: "The page sends and receives plain data; the engine lives in its worker.",
      severity: "error",
      from: { path: folders(...page), pathNot: testFile },
      to: { path: "^src/engine/", pathNot: "^src/engine/((training|tuning)/)?protocol[.]ts$" },
    },
    {
      name: "the-model-knows-no-page",
      severity: "error",
      from: { path: folders("model", "geometry", "i18n"), pathNot: `${testFile}|^src/i18n/useTranslation` },
      to: { path: "node_modules/(react|react-dom|react-aria-components|zustand|comlink)/" },
    },
    {
      name: "no-react-in-the-engine",
      severity: "error",
      from: { path: folders("engine"), pathNot: testFile },
      to: { path: "node_modules/(react|react-dom|react-aria-components|zustand)/" },
    },
    {
      name: "tensors-stay-in-engine-and-model",
      severity: "error",
      from: { path: "^src/", pathNot: folders("engine", "model") },
      to: { path: "node_modules/@tensorflow/" },
    },
    {
      name: "the-store-is-in-state",
      severity: "error",
      from: { path: "^src/", pathNot: folders("state") },
      to: { path: "node_modules/zustand/" },
    },
    {
      name: "figures-have-no-store",
      comment: "A figure is plain props in, SVG or canvas out.",
      severity: "error",
      from: { path: folders("views", "ui"), pathNot: testFile },
      to: { path: folders("state") },
    },
    {
      name: "react-owns-every-element",
      comment: "D3 that changes the document; a leaf component that needs it is listed here.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/(d3-selection|d3-transition|d3-zoom|d3-brush|d3-drag)/" },
    },
    {
      name: "the-app-needs-no-scripts",
      severity: "error",
      from: { path: "^src/", pathNot: testFile },
      to: { path: "^(scripts|tests)/" },
    },
    {
      name: "shipped-code-uses-shipped-packages",
      severity: "error",
      from: { path: "^src/", pathNot: testFile },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
