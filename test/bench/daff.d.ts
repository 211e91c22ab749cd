/** The part of daff that the table benchmark calls. */
declare module 'daff' {
  class TableView {
    constructor(rows: unknown[][]);
  }
  const daff: {
    TableView: typeof TableView;
    compareTables(a: TableView | undefined, b: TableView | undefined): { align(): unknown };
    CompareFlags: new () => object;
    TableDiff: new (alignment: unknown, flags: object) => { hilite(output: TableView): void };
  };
  export default daff;
}
