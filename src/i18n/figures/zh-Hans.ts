import type { figuresEn } from "./en";

/** 各图表的文字。 */
export const figuresZhHans: Readonly<Record<keyof typeof figuresEn, string>> = {
  "figure.empty": "暂时没有可显示的内容。",
  "figure.cell": "行“{{row}}”，列“{{column}}”：{{value}}",
  "figure.cellMasked": "行“{{row}}”，列“{{column}}”：被掩码遮住",
  "figure.matrix": "{{name}}：{{rows}} 行 × {{columns}} 列。用方向键移动，按回车键固定一格。",
  "figure.showAll": "一次显示全部 {{rows}} × {{columns}} 个数",
  "figure.showReading": "恢复可读大小",
  "figure.query": "查询",
  "figure.key": "键",
};
