export function MorePage() {
  return null
}
