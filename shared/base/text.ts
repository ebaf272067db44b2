/**
 * Folds full-width forms of ASCII (，：；（）．％０Ａ and the ideographic space) to half width, **one UTF-16 unit for one**, so
 * that an offset into the folded text is an offset into the original. Quotation marks, 。 and 、 stay as they are.
 */
export const foldWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000\u00a0\u2002\u2003\u2009\u202f]/g, (c) => {
    const code = c.charCodeAt(0)
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
  })

/** Han characters, and the punctuation that stands only in Chinese text. */
export const isChinese = (c: string | undefined): boolean =>
  c !== undefined && /[\u3400-\u9fff\uf900-\ufaff〇]|[。、“”‘’《》〈〉「」『』【】〔〕…—]/.test(c)

/** Width on a 28-character line in ems: a Han character 1, a half-width letter or digit ½. */
export const emWidth = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u0020-\u00ff]/.test(c) ? 0.5 : 1), 0)

/**
 * Text that an XML document may hold: C0 controls (but tab and line feed), lone surrogates and U+FFFE/U+FFFF are dropped. One of them
 * makes Word call a file corrupt.
 */
export const printableText = (text: string): string => (MAY_NOT_PRINT.test(text) ? [...text].filter(isPrintable).join('') : text)

/** A look that tells most texts need no more; halves of characters are looked at one by one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const MAY_NOT_PRINT = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/

const isPrintable = (c: string): boolean => {
  const code = c.codePointAt(0) ?? 0
  const isControl = code < 0x20 && c !== '\t' && c !== '\n'
  // Characters are taken by code point: a surrogate that comes alone has no partner.
  return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

/** A text a person typed for a field that may stay unknown: without the spaces around it, null when nothing is left. */
export const trimmedOrNull = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
