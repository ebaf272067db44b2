/** What the bundler makes of these imports. */
declare module '*.css' {}
declare module '*.txt?raw' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler's form
  export default text
}
