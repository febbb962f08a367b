export function MetPage() {
  return null
}
