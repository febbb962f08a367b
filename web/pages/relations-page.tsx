export function RelationsPage() {
  return null
}
