import type { ReactNode } from 'react'

/** A table of numbers as an office knows it. */
export const FigureTable = ({
  caption,
  head,
  rows,
  isText = false,
}: {
  readonly caption: string
  /** Its cells hold words rather than numbers. */
  readonly isText?: boolean
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}) => (
  <table className={isText ? 'figure-table figure-table-text' : 'figure-table'} aria-label={caption}>
    <thead>
      <tr>
        {head.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells }) => (
        <tr key={key}>
          {cells.map((cell, i) =>
            i === 0 ? (
              <th key={head[i]} scope="row">
                {cell}
              </th>
            ) : (
              <td key={head[i]}>{cell}</td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
