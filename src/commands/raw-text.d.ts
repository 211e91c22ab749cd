/** Files that are bundled as they are. */
declare module '*?raw' {
  const text: string;
  export default text;
}
