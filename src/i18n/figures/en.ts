/** What the figures say, in English. */
export const figuresEn = {
  "figure.empty": "There is nothing to show yet.",
  "figure.cell": "row “{{row}}”, column “{{column}}”: {{value}}",
  "figure.cellMasked": "row “{{row}}”, column “{{column}}”: masked",
  "figure.matrix": "{{name}}: {{rows}} rows by {{columns}} columns. Arrow keys move, Enter pins a cell.",
  "figure.showAll": "Show all {{rows}} × {{columns}} numbers at once",
  "figure.showReading": "Back to reading size",
  "figure.query": "query",
  "figure.key": "key",
} as const;
