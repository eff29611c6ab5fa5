/** The numbers of a chart of shares: a row for each place along its axis, a column for each of its lines. */
interface Props {
  readonly caption: string;
  readonly axis: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[];
}

export function ShareTable({ caption, axis, columns, rows }: Props) {
  return (
    <table className="chapter-table">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{axis}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, cells }) => (
          <tr key={at}>
            <th scope="row">{at.toLocaleString("en")}</th>
            {columns.map((column, index) => (
              <td key={column}>{cells[index] ?? "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
