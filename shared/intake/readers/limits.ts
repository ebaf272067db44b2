/** A report with photographs is 20 MB; what is larger is no text. */
export const LARGEST_INCOMING_MEGABYTES = 50
/** Unpacked, all parts that are read: six times the largest file, more than any office document measured. */
export const MOST_UNPACKED_BYTES = 300_000_000
/** One part of XML: document.xml of 5 MB is a book, and its tree takes some ten times its size. */
export const LARGEST_XML_BYTES = 64_000_000
/** Word's XML shrinks 10 to 40 times; only a file made to burst shrinks more than this. */
export const MOST_RATIO = 400
/** Small parts may be all blanks: the ratio is looked at beyond this size. */
export const RATIO_FROM_BYTES = 1_000_000
/** A document with a thousand pictures has some thousand entries. */
export const MOST_ENTRIES = 10_000
/** Word itself nests some fifty deep: table in table in text box. */
export const DEEPEST_XML = 256
/** Cells of all tables of a Word file; the longest list of 整改任务 seen has 4,000. */
export const MOST_TABLE_CELLS = 200_000
/** Word allows 63 columns; a span may claim more. */
export const MOST_TABLE_COLUMNS = 256
