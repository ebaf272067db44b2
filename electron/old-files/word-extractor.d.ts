declare module 'word-extractor' {
  interface Options {
    readonly filterUnicode?: boolean
    readonly includeHeaders?: boolean
    readonly includeFooters?: boolean
    readonly includeBody?: boolean
  }
  interface WordDocument {
    readonly getBody: (options?: Options) => string
    readonly getFootnotes: (options?: Options) => string
    readonly getEndnotes: (options?: Options) => string
    readonly getHeaders: (options?: Options) => string
    readonly getFooters: (options?: Options) => string
    readonly getAnnotations: (options?: Options) => string
    readonly getTextboxes: (options?: Options) => string
  }
  class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>
  }
  export = WordExtractor
}
