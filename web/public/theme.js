// Morning or evening, before the first paint, so that nothing flashes.
try {
  const wanted = localStorage.getItem('rapport.theme')
  if (wanted === 'light' || wanted === 'dark') document.documentElement.dataset.theme = wanted
} catch {
  // Storage may be closed to us; the system's own setting stands then.
}
