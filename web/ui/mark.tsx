/** The mark: two people and a reason. */
export function Mark() {
  return (
    <svg viewBox="0 0 19 17" aria-hidden="true">
      <circle className="a" cx="3.6" cy="3.6" r="3.4" />
      <circle className="b" cx="15.4" cy="3.6" r="3.4" />
      <circle className="a" cx="9.5" cy="13.2" r="3.4" />
    </svg>
  )
}
