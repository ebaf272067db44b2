/** How wide letters and digits are, and how tightly 3 号 type is set. */
export interface LatinMeasure {
  /** Advances of U+0020 to U+007E in thousandths of the type size. All other characters are one em wide. */
  readonly advances: readonly number[]
  /** Between two characters of the text block, in twips: 28 of 16 pt on 156 mm need less than 16 pt each. */
  readonly spacing: number
  /** Between a Han character and a letter or digit, in thousandths of the type size: none with autoSpaceDE and autoSpaceDN off. */
  readonly gap: number
  /** Is a stop kept on one line with a letter or digit behind it? LibreOffice does, Word does not. */
  readonly joinsStops: boolean
  /** May a stop stand beyond the end of a line, as Word sets it (overflowPunct)? */
  readonly hangs: boolean
}

// biome-ignore format: a table
const TIMES_ADVANCES: readonly number[] = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, // space ! " # $ % & ' ( ) * + , - . /
  500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, // 0-9 : ; < = > ?
  921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, // @ A-O
  556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, // P-Z [ \ ] ^ _
  333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, // ` a-o
  500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, // p-z { | } ~
]

/** Times New Roman as Word sets it on the grid of a notice: charSpace −849, in 1/4096 pt. */
export const TIMES_IN_WORD: LatinMeasure = {
  advances: TIMES_ADVANCES,
  spacing: (-849 / 4096) * 20,
  gap: 0,
  joinsStops: false,
  hangs: true,
}
