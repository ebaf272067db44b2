/**
 * The label a link of /dev/disk/by-label stands for. udev writes a byte it does not let stand as `\x20`, and every byte of a name that is no
 * UTF-8: a stick that was named on a Chinese Windows has its label in GBK.
 */
export const labelOf = (link: string): string => {
  const bytes = Buffer.concat(
    link.split(/(\\x[0-9a-f]{2})/i).map((part) => (ESCAPED.test(part) ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part))),
  )
  const text = new TextDecoder().decode(bytes)
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text
}

const ESCAPED = /^\\x[0-9a-f]{2}$/i
