/** A share as a ring with its figure inside; `share` between 0 and 1, `words` what the figure says. */
export const ProgressRing = ({
  share,
  words,
  label,
}: {
  readonly share: number
  readonly words: string
  readonly label: string
}) => (
  <svg className="ring" viewBox="0 0 72 72" role="img" aria-label={label}>
    <circle className="ring-whole" cx="36" cy="36" r={RADIUS} />
    <circle
      className="ring-done"
      cx="36"
      cy="36"
      r={RADIUS}
      strokeDasharray={`${LENGTH * share} ${LENGTH}`}
      transform="rotate(-90 36 36)"
    />
    <text x="36" y="41" textAnchor="middle">
      {words}
    </text>
  </svg>
)

const RADIUS = 31
const LENGTH = 2 * Math.PI * RADIUS
